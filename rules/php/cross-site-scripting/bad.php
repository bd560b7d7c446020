<?php
echo 'Hello ' . $_GET['name']; // pave: expect cross-site-scripting
$title = $_POST['title'];
print("<h1>$title</h1>"); // pave: expect cross-site-scripting

echo '<p>', $_GET['text'], '</p>'; // pave: expect cross-site-scripting
?>
<b><?= $_GET['name'] ?></b> <?php // pave: expect cross-site-scripting

printf('<p>%s</p>', $_GET['name']); // pave: expect cross-site-scripting
class Heading {
    public $title;
    function render() {
        echo "<h1>{$this->title}</h1>"; // pave: expect cross-site-scripting
    }
}
$heading = new Heading();
$heading->title = $_GET['title'];
$heading->render();
