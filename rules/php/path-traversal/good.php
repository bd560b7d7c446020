<?php
function show() {
    readfile('/srv/reports/' . basename($_GET['file']));
    return file_get_contents('/srv/reports/index.html');
}
