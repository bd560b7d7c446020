<?php
function sign_record($record, $key) {
    return md5($key . $record); // pave: expect weak-hash
}

function send($record) {
    $token = sha1($record . time()); // pave: expect weak-hash
    $signature = hash('sha1', $record); // pave: expect weak-hash
    return [$token, $signature];
}

function checksum_of($path) {
    $checksum = md5_file($path); // pave: expect weak-hash
    $token = hash_file('sha1', $path); // pave: expect weak-hash
    return openssl_digest($checksum . $token, 'md5'); // pave: expect weak-hash
}
