<?php
function login($id) {
    setcookie('session', $id, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
    setcookie('theme', $id);
    setcookie('session', '', time() - 3600);
    ini_set('session.cookie_secure', '1');
}

setcookie('session', $id, ['secure' => true, 'httponly' => true]);

$response->headers->setCookie(new Cookie('session', $id, 0, '/', null, true, true));
