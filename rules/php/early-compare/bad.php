<?php

function isFromPartner($body, $signature, $key)
{
    $wanted = hash_hmac('sha256', $body, $key);
    return $wanted === $signature; // pave: expect early-compare
}
