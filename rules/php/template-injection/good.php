<?php

$page = $twig->createTemplate('Hello {{ name }}')->render(['name' => $_GET['name']]);
$smarty->display('hello.tpl');
