<?php

use Firebase\JWT\JWT;

function issue($claims)
{
    return JWT::encode($claims, getenv('SIGNING_KEY'), 'HS256');
}

function open($text, $iv, $settings)
{
    return openssl_decrypt($text, 'aes-256-cbc', $settings['key'], 0, $iv);
}

\Firebase\JWT\JWT::encode(['sub' => 1], getenv('KEY'), 'HS256');
