<?php

$connection = ftp_connect('files.example.org');
ftp_login($connection, $user, $password); // pave: expect clear-transport
