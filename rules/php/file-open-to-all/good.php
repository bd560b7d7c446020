<?php
chmod("/srv/app/uploads", 0750);
chmod($file, 0644);
chmod($file, $mode);
chmod("/var/spool/app", 01777);
