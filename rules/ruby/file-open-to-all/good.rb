require "fileutils"

File.chmod(0755, "/srv/app/run.sh")
FileUtils.chmod(0o600, "/srv/app/data")
FileUtils.chmod("a+x", "/srv/app/run.sh")
FileUtils.chmod("u+rw", "/srv/app/data")
FileUtils.chmod(01777, "/var/spool/app")
