<?php

function stretched($password)
{
    $first = hash_pbkdf2('sha256', $password, 'kitchen', 600000); // pave: expect fixed-salt
    return $first . crypt($password, '$6$rounds=50000$kitchen$'); // pave: expect fixed-salt
}
