<?php
function login($id) {
    setcookie('session', $id); // pave: expect cookie-insecure
    setcookie('auth_token', $id, time() + 3600, '/', '', false, true); // pave: expect cookie-insecure
    ini_set('session.cookie_secure', '0'); // pave: expect cookie-insecure
}

setcookie('session', $id, ['secure' => false, 'httponly' => true]); // pave: expect cookie-insecure

$response->headers->setCookie(new Cookie('session', $id, 0, '/', null, false, true)); // pave: expect cookie-insecure
