<?php
$pages = ['home' => 'home.php', 'help' => 'help.php'];
include 'home.php';
include basename($_GET['page']) . '.php';
call_user_func('render', $_POST['action']);

$pages = ['home' => 'home.php'];
include $pages[$_GET['page']];
extract($row);

$known = ['sum' => 'array_sum', 'count' => 'count'];
$chosen = $known[$_GET['function']];
$chosen([1]);
array_map('trim', $_POST['lines']);
preg_replace('/e/', $_GET['text'], '');
$own = function ($x) { return $x; };
$own($_GET['text']);

$form = new Form($_POST['form']);
array_map([$form, 'clean'], $_POST['lines']);
register_shutdown_function(array($form, 'close'));
