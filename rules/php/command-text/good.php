<?php
function checkout($name, $count) {
    exec("git fetch");
    exec("git checkout " . escapeshellarg($name));
    exec("git log -n " . intval($count));
    exec(TOOL . " fetch");
    exec($name);
}
