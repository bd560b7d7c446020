<?php
$user = $_GET['user'];
$nodes = $doc->xpath("//user[name='$user']"); // pave: expect xpath-injection
