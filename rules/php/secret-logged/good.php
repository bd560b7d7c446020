<?php
function login($user, $password, $token) {
    error_log("login of " . $user->name);
    error_log("length " . strlen($password));
    $this->logger->info("unexpected token " . $token);
}

error_log('login of ' . $_POST['name']);

Log::info('login', ['user' => $user->id, 'ip' => $request->ip()]);
