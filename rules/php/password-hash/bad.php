<?php
function store($user, $password) {
    $hash = md5($password); // pave: expect password-hash
    $other = sha1($user->salt . $password); // pave: expect password-hash
    return hash('sha256', $_POST['password']); // pave: expect password-hash
}
$same = md5($pw) === $row['hash']; // pave: expect password-hash
$old = crypt($password, '$1$' . $salt); // pave: expect password-hash
