<?php
function show() {
    $name = $_GET['file'];
    readfile('/srv/reports/' . $name); // pave: expect path-traversal
    unlink('/srv/uploads/' . $_POST['name']); // pave: expect path-traversal
}
