<?php
header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']); // pave: expect cors-any-origin
header('Access-Control-Allow-Credentials: true');

function allow() {
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '*';
    header("Access-Control-Allow-Credentials: true");
    header("Access-Control-Allow-Origin: $origin"); // pave: expect cors-any-origin
}
