<?php

$connection = ftp_ssl_connect('files.example.org');
ftp_login($connection, $user, $password);
$public = ftp_connect('files.example.org');
ftp_login($public, 'anonymous', '');
