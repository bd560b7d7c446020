<?php
header('Location: ' . $_GET['next']); // pave: expect open-redirect
$to = $_REQUEST['to'];
header("Location: $to"); // pave: expect open-redirect

header('Location: ' . $_GET['to']); // pave: expect open-redirect

function elsewhere($request, $response)
{
    return $response->withHeader('Location', $request->getQueryParams()['to']); // pave: expect open-redirect
}
