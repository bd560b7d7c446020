<?php

function isFromPartner($body, $signature, $key)
{
    $wanted = hash_hmac('sha256', $body, $key);
    if ($wanted === false) {
        return false;
    }
    return hash_equals($wanted, $signature);
}

function kept($text, $key)
{
    $mac = hash_hmac('sha256', $text, $key);
    $row = look_up($mac);
    return false === $mac || 'none' === $mac || $row === $text;
}
