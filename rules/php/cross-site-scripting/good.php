<?php
echo 'Hello ' . htmlspecialchars($_GET['name'], ENT_QUOTES);
echo 'Page ' . intval($_GET['page']);
echo json_encode(['name' => $_GET['name']]);
