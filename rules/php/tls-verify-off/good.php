<?php
use GuzzleHttp\Client;

function fetch($url) {
    $curl = curl_init($url);
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, true);
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 2);
    $client = new Client();
    return $client->request('GET', $url, ['verify' => '/etc/ssl/own.pem']);
}

Http::withOptions(['verify' => '/etc/ca.pem'])->get($url);
