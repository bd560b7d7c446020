<?php

use Firebase\JWT\JWT;

const SIGNING = 'three cooks in a small kitchen';

function issue($claims)
{
    return JWT::encode($claims, SIGNING, 'HS256'); // pave: expect fixed-key
}

function open($text, $iv)
{
    $key = hex2bin('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4');
    return openssl_decrypt($text, 'aes-256-cbc', $key, 0, $iv); // pave: expect fixed-key
}

\Firebase\JWT\JWT::encode(['sub' => 1], 'a-key-in-the-code', 'HS256'); // pave: expect fixed-key
