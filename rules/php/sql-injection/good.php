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

$numbers = array_map('intval', $_POST['ids']);
$db->query('SELECT * FROM drugs WHERE id IN (' . implode(',', $numbers) . ')');
mysqli_query($db, sprintf('SELECT * FROM drugs WHERE id = %d', $_POST['id']));
$db->get_results($db->prepare("SELECT * FROM {$db->drugs} WHERE id = %d", $_POST['id']));
$columns = ['n' => 'name', 'p' => 'price'];
$db->query('SELECT * FROM drugs ORDER BY ' . $columns[$_GET['by']]);
$row = mysqli_fetch_assoc(mysqli_query($db, 'SELECT id FROM drugs WHERE id = ' . (int) $_GET['id']));
$db->query('SELECT * FROM stock WHERE drug = ' . $row['id']);
$db->query("SELECT * FROM drugs WHERE name = '" . $db->escapeString($_GET['name']) . "'");

class DrugController extends AbstractController
{
    public function show(Request $request, $entities, int $id)
    {
        DB::statement("DELETE FROM drugs WHERE id = $id");
        $entities->createQueryBuilder()->select('d')->where('d.name = :name')->setParameter('name', $request->query('name'));
    }
}
$marks = arr_qmarks($_POST['ids']);
$pdo->prepare("SELECT * FROM wards WHERE id IN ($marks)")->execute($_POST['ids']);
$backend->prepare(['dir' => $_GET['dir']]);
