<?php
header('Location: /welcome?name=' . urlencode($_GET['name']));
header('Location: /home');

header('Location: /search?text=' . $_GET['text']);
header("Location: /visits/{$_GET['id']}");
