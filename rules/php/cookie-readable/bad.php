<?php

setcookie('auth_token', $token, ['secure' => true, 'httponly' => false]); // pave: expect cookie-readable
setcookie('session', $id, 0, '/', '', true); // pave: expect cookie-readable
ini_set('session.cookie_httponly', '0'); // pave: expect cookie-readable
session_set_cookie_params(['secure' => true, 'httponly' => false]); // pave: expect cookie-readable

session_set_cookie_params(0, '/', '', true, false); // pave: expect cookie-readable

$response->headers->setCookie(new Cookie('session', $id, 0, '/', null, true, false)); // pave: expect cookie-readable
