<?php
use Firebase\JWT\JWT;

function who($token, $key) {
    $plain = JWT::decode($token, $key, ['HS256', 'none']); // pave: expect jwt-unverified
    return JWT::decode($token, null, ['HS256']); // pave: expect jwt-unverified
}
