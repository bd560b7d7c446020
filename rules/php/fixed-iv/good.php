<?php

function seal($text, $key)
{
    $iv = random_bytes(openssl_cipher_iv_length('aes-256-gcm'));
    $first = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag);
    $nonce = random_bytes(SODIUM_CRYPTO_SECRETBOX_NONCEBYTES);
    return $iv . $tag . $first . $nonce . sodium_crypto_secretbox($text, $nonce, $key);
}

function open_old($text, $key)
{
    return openssl_decrypt($text, 'aes-256-cbc', $key, 0, '0123456789abcdef');
}
