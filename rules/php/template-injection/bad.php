<?php

echo $twig->createTemplate('Hello ' . $_GET['name'])->render(); // pave: expect template-injection
$smarty->display('string:' . $_POST['text']); // pave: expect template-injection
