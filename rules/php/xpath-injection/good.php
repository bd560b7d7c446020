<?php
$id = intval($_GET['id']);
$nodes = $doc->xpath("//user[@id=$id]");
