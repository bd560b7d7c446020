<?php
$store = new mysqli('db.example.org', 'shop', 'Quartz-71-Lark'); // pave: expect password-in-code
$other = new PDO('mysql:host=db.example.org', 'shop', 'Quartz-71-Lark', []); // pave: expect password-in-code
$secret = 'Quartz-71-Lark';
$link = mysqli_connect('db.example.org', 'shop', $secret, 'shop'); // pave: expect password-in-code
ftp_login($files, 'shop', 'Quartz-71-Lark'); // pave: expect password-in-code
ldap_bind($directory, 'cn=shop', 'Quartz-71-Lark'); // pave: expect password-in-code
$mail = new PHPMailer();
$mail->Password = 'Quartz-71-Lark'; // pave: expect password-in-code
