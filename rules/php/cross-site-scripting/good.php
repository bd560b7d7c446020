<?php
echo 'Hello ' . htmlspecialchars($_GET['name'], ENT_QUOTES);
echo 'Page ' . intval($_GET['page']);
echo json_encode(['name' => $_GET['name']]);

function data()
{
    header('Content-Type: application/json');
    echo $_GET['callback'];
}

function numbered()
{
    if (!is_numeric($_GET['page'])) {
        exit;
    }
    echo $_GET['page'];
}

echo sanitize_text_field($_GET['text']);

printf('<p>%d of %d</p>', $_GET['page'], $pages);
echo '<p>' . html_escape($_GET['name']) . '</p>';
echo '<p>' . $_FILES['picture']['size'] . '</p>';
$row = mysqli_fetch_assoc(mysqli_query($db, 'SELECT name FROM drugs WHERE id = ' . (int) $_GET['id']));
echo $row['name'];
$done = activate_plugin($_GET['plugin']);
if (is_wp_error($done)) {
    wp_die($done);
}
echo date('Y', $_GET['time']);
echo (new DateTime($_GET['day']))->format('Y-m-d');
