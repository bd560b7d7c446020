<?php
eval($_GET['code']); // pave: expect code-injection
$page = $_GET['page'];
include $page . '.php'; // pave: expect code-injection
call_user_func($_POST['action']); // pave: expect code-injection

extract($_POST); // pave: expect code-injection

array_map($_POST['each'], [1, 2]); // pave: expect code-injection
preg_replace('/^/e', $_GET['code'], ''); // pave: expect code-injection
parse_str($_SERVER['QUERY_STRING']); // pave: expect code-injection
