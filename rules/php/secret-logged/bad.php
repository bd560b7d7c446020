<?php
function login($user, $password) {
    error_log("login with " . $password); // pave: expect secret-logged
    error_log("login with $password"); // pave: expect secret-logged
    $this->logger->info("key " . $user->api_key); // pave: expect secret-logged
    Log::warning("token " . $user->access_token); // pave: expect secret-logged
}

error_log('password ' . $_POST['password']); // pave: expect secret-logged

Log::info('login', ['user' => $user->id, 'password' => $request->password]); // pave: expect secret-logged
