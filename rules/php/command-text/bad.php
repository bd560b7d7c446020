<?php
function checkout($name, $folder) {
    exec("git checkout " . $name); // pave: expect command-text
    shell_exec("git -C $folder log"); // pave: expect command-text
    $command = sprintf("tar xf %s", $name);
    system($command); // pave: expect command-text
}
