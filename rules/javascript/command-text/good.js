const cp = require("child_process");
const { quote } = require("shell-quote");
const TOOL = "git";

function checkout(name, folder, count) {
  cp.exec("git fetch");
  cp.exec(`${TOOL} fetch`);
  cp.execSync("kill " + process.pid);
  cp.exec("git checkout " + quote([name]));
  cp.exec("git log -n " + Number(count));
  cp.execFile("git", ["checkout", "--", `refs/${name}`]);
  cp.exec(name);
  /x/.exec("git " + name);
}
