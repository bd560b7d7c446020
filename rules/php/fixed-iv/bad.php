<?php

const START = '0123456789abcdef';

function seal($text, $key)
{
    $first = openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, START); // pave: expect fixed-iv
    $nonce = str_repeat("a", 24);
    return $first . sodium_crypto_secretbox($text, $nonce, $key); // pave: expect fixed-iv
}
