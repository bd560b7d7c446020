<?php
function store($user, $password) {
    return password_hash($password, PASSWORD_ARGON2ID);
}

function name_of($file) {
    return md5($file);
}
$new = crypt($password, '$2y$12$' . $salt);
$same = hash_equals($row['hash'], crypt($password, $row['hash']));
