<?php
function find($db, $pdo) {
    $id = (int) $_GET['id'];
    $rows = mysqli_query($db, "SELECT * FROM patients WHERE id = $id");
    $statement = $pdo->prepare('SELECT * FROM patients WHERE name = ?');
    $statement->execute([$_GET['name']]);
    return $statement->fetchAll();
}

function ordered($db)
{
    if (!in_array($_GET['by'], ['name', 'day'], true)) {
        return;
    }
    $db->query('SELECT * FROM orders ORDER BY ' . $_GET['by']);
    $db->query('SELECT * FROM orders WHERE id = ' . filter_var($_GET['id'], FILTER_VALIDATE_INT));
}
