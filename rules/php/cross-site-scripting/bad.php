<?php
echo 'Hello ' . $_GET['name']; // pave: expect cross-site-scripting
$title = $_POST['title'];
print("<h1>$title</h1>"); // pave: expect cross-site-scripting
