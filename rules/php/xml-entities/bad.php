<?php

$document = new DOMDocument();
$document->loadXML(file_get_contents('php://input'), LIBXML_NOENT | LIBXML_DTDLOAD); // pave: expect xml-entities
$order = simplexml_load_string($_POST['order'], 'SimpleXMLElement', LIBXML_NOENT); // pave: expect xml-entities
