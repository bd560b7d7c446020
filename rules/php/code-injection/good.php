<?php
$pages = ['home' => 'home.php', 'help' => 'help.php'];
include 'home.php';
include basename($_GET['page']) . '.php';
call_user_func('render', $_POST['action']);

$pages = ['home' => 'home.php'];
include $pages[$_GET['page']];
extract($row);

array_map('trim', $_POST['lines']);
preg_replace('/e/', $_GET['text'], '');

$form = new Form($_POST['form']);
array_map([$form, 'clean'], $_POST['lines']);
register_shutdown_function(array($form, 'close'));
parse_str($_SERVER['QUERY_STRING'], $asked);
