<?php
function seal($text, $key)
{
    openssl_public_encrypt($text, $sealed, $key, OPENSSL_PKCS1_OAEP_PADDING);
    return $sealed;
}
