<?php
function fetch() {
    $curl = curl_init('https://records.example.com/?q=' . urlencode($_GET['q']));
    return curl_exec($curl);
}
