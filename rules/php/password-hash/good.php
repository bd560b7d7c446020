<?php
function store($user, $password) {
    return password_hash($password, PASSWORD_ARGON2ID);
}

function name_of($file) {
    return md5($file);
}
