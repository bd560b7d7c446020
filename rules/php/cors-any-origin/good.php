<?php
const ORIGINS = ['https://app.example.org'];

function allow() {
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
    if (in_array($origin, ORIGINS, true)) {
        header("Access-Control-Allow-Origin: $origin");
        header('Access-Control-Allow-Credentials: true');
    }
}

function open_to_all() {
    header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
}

function one() {
    header('Access-Control-Allow-Origin: https://app.example.org');
    header('Access-Control-Allow-Credentials: true');
}
