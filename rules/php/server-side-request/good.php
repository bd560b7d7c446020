<?php
function fetch() {
    $curl = curl_init('https://records.example.com/?q=' . urlencode($_GET['q']));
    return curl_exec($curl);
}

$page = file_get_contents('https://api.example.org/items?id=' . $_GET['id']);

$body = file_get_contents('php://input');
