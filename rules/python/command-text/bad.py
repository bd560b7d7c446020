import asyncio
import os
import subprocess


def checkout(name, folder):
    os.system("git checkout " + name)  # pave: expect command-text
    os.popen("git log %s" % name)  # pave: expect command-text
    subprocess.run(f"git checkout {name}", shell=True)  # pave: expect command-text
    subprocess.check_output("git -C {} log".format(folder), shell=True)  # pave: expect command-text
    subprocess.getoutput(f"ls {folder}")  # pave: expect command-text
    command = f"tar xf {name} -C {folder}"
    subprocess.Popen(command, shell=True)  # pave: expect command-text


async def later(name):
    return await asyncio.create_subprocess_shell(f"convert {name}")  # pave: expect command-text
