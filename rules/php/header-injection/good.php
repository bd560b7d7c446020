<?php
mail('ward@example.org', $_POST['subject'], $_POST['text'], 'From: clinic@example.org');
mail('ward@example.org', 'A question', $_POST['text'], ['Reply-To' => $_POST['address']]);

$address = str_replace(["\r", "\n"], '', $_POST['address']);
mail('ward@example.org', 'A question', $_POST['text'], 'From: ' . $address);

$reply = $_POST['reply'];
if (!filter_var($reply, FILTER_VALIDATE_EMAIL)) {
    exit;
}
mail('ward@example.org', 'A question', $_POST['text'], 'Reply-To: ' . $reply);
