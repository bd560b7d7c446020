<?php

function stretched($password, $salt)
{
    $first = hash_pbkdf2('sha256', $password, $salt, 1000); // pave: expect kdf-iterations
    $rounds = 4096;
    $second = openssl_pbkdf2($password, $salt, 32, $rounds, 'sha256'); // pave: expect kdf-iterations
    return $first . $second . password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]); // pave: expect kdf-iterations
}
