<?php
use GuzzleHttp\Client;

function fetch($url) {
    $curl = curl_init($url);
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false); // pave: expect tls-verify-off
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 0); // pave: expect tls-verify-off
    $client = new Client();
    $client->request('GET', $url, ['verify' => false]); // pave: expect tls-verify-off
    return stream_context_create(['ssl' => ['verify_peer' => false]]); // pave: expect tls-verify-off
}
