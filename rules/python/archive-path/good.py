import os
import tarfile
import urllib.request
import zipfile


def unpack(upload, folder):
    with zipfile.ZipFile(upload) as archive:
        archive.extractall(folder)
        for name in archive.namelist():
            print(name)
            with open(os.path.join(folder, os.path.basename(name)), "wb") as out:
                out.write(archive.read(name))


def checked(upload, folder):
    with tarfile.open(upload) as archive:
        for entry in archive:
            target = os.path.realpath(os.path.join(folder, entry.name))
            if not target.startswith(folder + os.sep):
                continue
            with open(target, "wb") as out:
                out.write(archive.extractfile(entry).read())


def download(url, folder):
    path, _ = urllib.request.urlretrieve(url)
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")


def own(folder):
    with tarfile.open("release.tar") as archive:
        archive.extractall(folder)
