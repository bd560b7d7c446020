<?php

setcookie('auth_token', $token, ['secure' => true, 'httponly' => true]);
setcookie('session', $id, 0, '/', '', true, true);
setcookie('theme', 'dark', 0, '/', '', true);
setcookie('session', '', 0, '/', '', true);
ini_set('session.cookie_httponly', '1');

session_set_cookie_params(0, '/', '', true, true);

$response->headers->setCookie(new Cookie('session', $id, 0, '/', null, true, true));
