<?php

function isFromPartner($body, $signature, $key)
{
    $wanted = hash_hmac('sha256', $body, $key);
    if ($wanted === false) {
        return false;
    }
    return hash_equals($wanted, $signature);
}
