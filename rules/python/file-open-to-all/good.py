import os
import pathlib
import stat

os.chmod("/srv/app/run.sh", 0o755)
os.chmod("/srv/app/key", 0o600)
os.chmod("/var/spool/app", 0o1777)
pathlib.Path("/srv/app/run.sh").chmod(0o750)
os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
os.chmod(path, os.stat(path).st_mode & ~stat.S_IWOTH)
os.chmod(path, mode)
