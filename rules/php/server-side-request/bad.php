<?php
function fetch() {
    $curl = curl_init($_GET['url']); // pave: expect server-side-request
    curl_setopt($curl, CURLOPT_URL, $_POST['target']); // pave: expect server-side-request
    return curl_exec($curl);
}

$guzzle = new \GuzzleHttp\Client();
$guzzle->get($_GET['feed']); // pave: expect server-side-request
