import os
import pathlib
import stat

os.chmod("/srv/app/run.sh", 0o777)  # pave: expect file-open-to-all
os.fchmod(handle, 0o666)  # pave: expect file-open-to-all
pathlib.Path("/srv/app/run.sh").chmod(0o777)  # pave: expect file-open-to-all
os.chmod(path, stat.S_IRUSR | stat.S_IWUSR | stat.S_IWOTH)  # pave: expect file-open-to-all
os.chmod(path, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)  # pave: expect file-open-to-all
EVERYONE = 0o666
os.chmod(path, EVERYONE)  # pave: expect file-open-to-all
