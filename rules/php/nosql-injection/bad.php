<?php

$client = new MongoDB\Client($address);
$user = $client->shop->users->findOne(['name' => $_POST['name'], 'password' => $_POST['password']]); // pave: expect nosql-injection
