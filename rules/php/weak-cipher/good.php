<?php
function seal($text, $key) {
    $nonce = random_bytes(12);
    return openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag);
}
