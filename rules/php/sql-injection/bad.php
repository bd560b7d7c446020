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
