<?php

use phpseclib3\Crypt\RSA;

$first = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 1024]); // pave: expect weak-key
$second = RSA::createKey(1024); // pave: expect weak-key
