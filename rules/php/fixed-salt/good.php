<?php

function stretched($password, $kept)
{
    $salt = random_bytes(16);
    $first = hash_pbkdf2('sha256', $password, $salt, 600000);
    return $first . crypt($password, $kept);
}
