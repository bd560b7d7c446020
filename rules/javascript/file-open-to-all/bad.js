const fs = require("fs");

fs.chmodSync("/srv/app/run.sh", 0o777); // pave: expect file-open-to-all
fs.chmod("/srv/app/data", "0666", done); // pave: expect file-open-to-all
fs.promises.chmod("/srv/app/data", 0o722); // pave: expect file-open-to-all
fs.fchmodSync(handle, 0o777); // pave: expect file-open-to-all
