<?php
function find($db, $pdo) {
    $name = $_GET['name'];
    $rows = mysqli_query($db, "SELECT * FROM patients WHERE name = '$name'"); // pave: expect sql-injection
    return $pdo->query('SELECT * FROM patients WHERE id = ' . $_POST['id']); // pave: expect sql-injection
}
