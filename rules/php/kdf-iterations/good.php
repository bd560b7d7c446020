<?php

function stretched($password, $salt, $count)
{
    $first = hash_pbkdf2('sha256', $password, $salt, 600000);
    $second = openssl_pbkdf2($password, $salt, 32, $count, 'sha256');
    return $first . $second . password_hash($password, PASSWORD_BCRYPT, ['cost' => 12]);
}
