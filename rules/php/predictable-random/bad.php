<?php
function reset_token() {
    return mt_rand() . uniqid(); // pave: expect predictable-random
}

function login($user) {
    $token = md5(rand()); // pave: expect predictable-random
    $user->apiKey = str_shuffle('abcdefghijklmnopqrstuvwxyz0123456789'); // pave: expect predictable-random
    return $token;
}
