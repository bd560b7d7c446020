<?php
header('Location: /welcome?name=' . urlencode($_GET['name']));
header('Location: /home');
