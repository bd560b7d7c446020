<?php
function find($db, $pdo) {
    $name = $_GET['name'];
    $rows = mysqli_query($db, "SELECT * FROM patients WHERE name = '$name'"); // pave: expect sql-injection
    return $pdo->query('SELECT * FROM patients WHERE id = ' . $_POST['id']); // pave: expect sql-injection
}

class Orders extends CI_Controller
{
    public function show()
    {
        $id = $this->input->get('id');
        $this->db->query("SELECT * FROM orders WHERE id = $id"); // pave: expect sql-injection
        $this->em->createQuery('SELECT o FROM Order o WHERE o.id = ' . $id); // pave: expect sql-injection
    }
}

$ids = array_map('trim', $_POST['ids']);
$db->query('SELECT * FROM drugs WHERE id IN (' . implode(',', $ids) . ')'); // pave: expect sql-injection
$db->get_row($db->prepare("SELECT * FROM drugs WHERE name = '" . $_GET['name'] . "' AND id = %d", 1)); // pave: expect sql-injection
mysqli_query($db, sprintf("SELECT * FROM drugs WHERE name = '%s'", $_POST['name'])); // pave: expect sql-injection

class DrugController extends AbstractController
{
    public function show(Request $request, $entities, string $slug)
    {
        DB::statement("DELETE FROM drugs WHERE slug = '$slug'"); // pave: expect sql-injection
        $entities->createQueryBuilder()->select('d')->where("d.name = '" . $request->query->get('name') . "'"); // pave: expect sql-injection
    }
}
