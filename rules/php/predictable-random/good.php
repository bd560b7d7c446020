<?php
function reset_token() {
    return bin2hex(random_bytes(16));
}

function jitter() {
    return mt_rand(0, 1000);
}
