<?php
function find($db, $pdo) {
    $id = (int) $_GET['id'];
    $rows = mysqli_query($db, "SELECT * FROM patients WHERE id = $id");
    $statement = $pdo->prepare('SELECT * FROM patients WHERE name = ?');
    $statement->execute([$_GET['name']]);
    return $statement->fetchAll();
}
