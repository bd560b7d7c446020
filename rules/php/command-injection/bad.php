<?php
function look_up() {
    system('nslookup ' . $_GET['host']); // pave: expect command-injection
    $name = $_POST['name'];
    return shell_exec("convert $name out.png"); // pave: expect command-injection
}

$listed = `ls {$_GET['folder']}`; // pave: expect command-injection

proc_open('ping ' . $_GET['host'], [], $pipes); // pave: expect command-injection
