<?php

function isFromPartner($body, $signature, $key)
{
    $wanted = hash_hmac('sha256', $body, $key);
    return $wanted === $signature; // pave: expect early-compare
}

function encoded($given, $text, $key)
{
    return base64_encode(hash_hmac('sha256', $text, $key, true)) === $given; // pave: expect early-compare
}
