<?php
function sign_record($record, $key) {
    return hash_hmac('sha256', $record, $key);
}

function cache_file($url) {
    return '/tmp/cache/' . md5($url);
}

function page($body) {
    $etag = md5($body);
    return $etag;
}
$token = sha1(random_bytes(20));
$token = md5(openssl_random_pseudo_bytes(16));
