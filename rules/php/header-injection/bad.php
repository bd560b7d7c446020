<?php
mail('ward@example.org', 'A question', $_POST['text'], 'From: ' . $_POST['address']); // pave: expect header-injection

$headers = "From: {$_POST['name']} <{$_POST['address']}>\r\n";
$headers .= "Content-Type: text/plain\r\n";
mail('ward@example.org', 'A question', $_POST['text'], $headers); // pave: expect header-injection

mail('ward@example.org', 'A question', $_POST['text'], '', '-f' . $_POST['address']); // pave: expect header-injection
