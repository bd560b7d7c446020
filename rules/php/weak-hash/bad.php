<?php
function sign_record($record, $key) {
    return md5($key . $record); // pave: expect weak-hash
}

function send($record) {
    $token = sha1($record . time()); // pave: expect weak-hash
    $signature = hash('sha1', $record); // pave: expect weak-hash
    return [$token, $signature];
}
