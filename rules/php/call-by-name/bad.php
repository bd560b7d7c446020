<?php
$chosen = $_GET['function'];
$chosen(1); // pave: expect call-by-name
$_POST['function']($_POST['argument']); // pave: expect call-by-name

function dispatch()
{
    $action = $_REQUEST['action'];
    return $action(); // pave: expect call-by-name
}
