<?php
chmod("/srv/app/uploads", 0777); // pave: expect file-open-to-all
chmod($file, 0666); // pave: expect file-open-to-all
$filesystem->chmod($file, 0777); // pave: expect file-open-to-all
