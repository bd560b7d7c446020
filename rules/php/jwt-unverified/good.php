<?php
use Firebase\JWT\JWT;
use Firebase\JWT\Key;

function who($token, $key) {
    return JWT::decode($token, new Key($key, 'HS256'));
}
