<?php
$cart = json_decode($_COOKIE['cart'], true);
$state = unserialize($_POST['state'], ['allowed_classes' => false]);
$own = unserialize(file_get_contents('/var/lib/clinic/state'));

maybe_unserialize($row->options);
