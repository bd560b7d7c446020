<?php
function show() {
    readfile('/srv/reports/' . basename($_GET['file']));
    return file_get_contents('/srv/reports/index.html');
}

function report()
{
    if (!preg_match('/^[a-z0-9]+$/', $_GET['name'])) {
        return;
    }
    readfile('/reports/' . $_GET['name']);
}

$body = file_get_contents('php://input');
readfile($_FILES['picture']['tmp_name']);
$pages = ['home' => 'home.html'];
readfile($pages[$_GET['page']]);

$feed = file_get_contents('https://feeds.example.org/?c=' . $_GET['c']);

function keep_picture(array $upload)
{
    $picture = $_FILES['picture'];
    return file_get_contents($picture['tmp_name']);
}
$name = $_GET['name'];
if (strpos($name, '..') !== false) {
    exit;
}
readfile("data/$name");
