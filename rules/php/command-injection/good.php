<?php
function look_up() {
    system('nslookup ' . escapeshellarg($_GET['host']));
    return shell_exec('uptime');
}

proc_open(['ping', $_GET['host']], [], $pipes);
