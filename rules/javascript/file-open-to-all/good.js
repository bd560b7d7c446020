const fs = require("fs");

fs.chmodSync("/srv/app/run.sh", 0o755);
fs.chmod("/srv/app/data", "0600", done);
fs.chmodSync("/var/spool/app", 0o1777);
fs.chmodSync("/srv/app/data", mode);
