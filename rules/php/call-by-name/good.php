<?php
$known = ['sum' => 'array_sum', 'count' => 'count'];
$chosen = $known[$_GET['function']];
$chosen([1]);
$own = function ($x) { return $x; };
$own($_GET['text']);

function dispatch($allowed)
{
    $action = $_REQUEST['action'];
    if (!in_array($action, $allowed, true)) {
        return null;
    }
    return $action();
}
