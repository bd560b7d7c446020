<?php
$pages = ['home' => 'home.php', 'help' => 'help.php'];
include 'home.php';
include basename($_GET['page']) . '.php';
call_user_func('render', $_POST['action']);

$pages = ['home' => 'home.php'];
include $pages[$_GET['page']];
extract($row);
