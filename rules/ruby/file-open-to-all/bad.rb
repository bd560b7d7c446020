require "fileutils"

File.chmod(0777, "/srv/app/run.sh") # pave: expect file-open-to-all
FileUtils.chmod(0o666, "/srv/app/data") # pave: expect file-open-to-all
FileUtils.chmod_R 0777, "/srv/app/public" # pave: expect file-open-to-all
FileUtils.chmod("a+rw", "/srv/app/data") # pave: expect file-open-to-all
file.chmod(0666) # pave: expect file-open-to-all
