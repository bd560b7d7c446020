import os
import shlex
import subprocess
import sys

TOOL = "git"


def checkout(name, folder, count):
    os.system("git fetch")
    os.system("git checkout " + shlex.quote(name))
    os.system(TOOL + " fetch")
    os.system("%s fetch" % TOOL)
    os.system("kill %d" % os.getpid())
    os.system(f"{sys.executable} -m venv venv")
    subprocess.run(["git", "checkout", f"refs/{name}"])
    subprocess.run(f"git checkout {shlex.quote(name)}", shell=True)
    subprocess.run("git log -n " + str(int(count)), shell=True)
    subprocess.run(name, shell=True)
    print(f"git checkout {name}")
