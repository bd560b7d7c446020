<?php
$store = new mysqli('db.example.org', 'shop', getenv('DB_PASSWORD'));
$empty = new mysqli('localhost', 'root', '');
$sample = new PDO('mysql:host=db.example.org', 'shop', 'changeme');
$secret = $config['password'];
$link = mysqli_connect('db.example.org', 'shop', $secret, 'shop');
ftp_login($files, 'anonymous', 'guest@example.org');
$mail->Password = $_ENV['MAIL_PASSWORD'];
