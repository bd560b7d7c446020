<?php
$cart = unserialize($_COOKIE['cart']); // pave: expect unsafe-deserialization
$state = unserialize(base64_decode($_POST['state'])); // pave: expect unsafe-deserialization

maybe_unserialize($_POST['options']); // pave: expect unsafe-deserialization
