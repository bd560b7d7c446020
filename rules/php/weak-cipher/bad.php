<?php
function seal($text, $key, $iv) {
    $a = openssl_encrypt($text, 'aes-256-ecb', $key); // pave: expect weak-cipher
    $b = openssl_encrypt($text, 'des-ede3-cbc', $key, 0, $iv); // pave: expect weak-cipher
    return mcrypt_encrypt(MCRYPT_DES, $key, $text, MCRYPT_MODE_CBC, $iv); // pave: expect weak-cipher
}

mcrypt_decrypt(MCRYPT_RIJNDAEL_128, $key, $data, MCRYPT_MODE_CBC, $iv); // pave: expect weak-cipher
new \phpseclib3\Crypt\AES("ecb"); // pave: expect weak-cipher
new \phpseclib3\Crypt\Blowfish("cbc"); // pave: expect weak-cipher
