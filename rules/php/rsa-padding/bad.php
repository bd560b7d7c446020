<?php
function seal($text, $key)
{
    openssl_public_encrypt($text, $sealed, $key); // pave: expect rsa-padding
    openssl_public_encrypt($text, $sealed, $key, OPENSSL_PKCS1_PADDING); // pave: expect rsa-padding
    openssl_public_encrypt($text, $sealed, $key, OPENSSL_NO_PADDING); // pave: expect rsa-padding
    return $sealed;
}
