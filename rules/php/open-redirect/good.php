<?php
header('Location: /welcome?name=' . urlencode($_GET['name']));
header('Location: /home');

header('Location: /search?text=' . $_GET['text']);
header("Location: /visits/{$_GET['id']}");

header('Content-Type: ' . $_GET['type']);
header('Location: ' . $_SERVER['REQUEST_URI']);
$places = ['home' => '/', 'shop' => '/shop'];
header('Location: ' . $places[$_GET['to']]);
header('Location: ' . $_SERVER['HTTP_REFERER']);
