<?php

$client = new MongoDB\Client($address);
$user = $client->shop->users->findOne(['name' => (string) $_POST['name']]);
$all = $client->shop->users->find(['kind' => 'visit']);
