const cp = require("child_process");
const util = require("util");
const { exec } = require("child_process");

function checkout(name, folder) {
  cp.exec("git checkout " + name); // pave: expect command-text
  cp.execSync(`git -C ${folder} log`); // pave: expect command-text
  exec(`git checkout ${name}`, done); // pave: expect command-text
  cp.exec(util.format("git checkout %s", name)); // pave: expect command-text
  cp.exec(["git", "checkout", name].join(" ")); // pave: expect command-text
  const command = `tar xf ${name} -C ${folder}`;
  cp.exec(command); // pave: expect command-text
}
