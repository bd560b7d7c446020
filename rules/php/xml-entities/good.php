<?php

$document = new DOMDocument();
$document->loadXML(file_get_contents('php://input'));
$document->loadXML(file_get_contents('php://input'), LIBXML_NONET);
$order = simplexml_load_string($_POST['order']);
$own = simplexml_load_string($template, 'SimpleXMLElement', LIBXML_NOENT);
