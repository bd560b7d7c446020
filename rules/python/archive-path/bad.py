import os
import shutil
import tarfile
import urllib.request
import zipfile

import requests
from flask import request

app = make_app()


def unpack(upload, folder):
    with zipfile.ZipFile(upload) as archive:
        for name in archive.namelist():
            with open(os.path.join(folder, name), "wb") as out:  # pave: expect archive-path
                out.write(archive.read(name))


def unpack_tar(upload, folder):
    archive = tarfile.open(upload)
    for entry in archive.getmembers():
        target = folder + "/" + entry.name
        os.makedirs(os.path.dirname(target), exist_ok=True)  # pave: expect archive-path
        shutil.copyfile("empty", target)  # pave: expect archive-path


@app.route("/theme", methods=["POST"])
def theme():
    with tarfile.open(fileobj=request.files["theme"].stream) as archive:
        archive.extractall("/srv/themes")  # pave: expect archive-path
    return "done"


def download(url, folder):
    path, _ = urllib.request.urlretrieve(url)
    archive = tarfile.open(path)
    archive.extractall(folder)  # pave: expect archive-path


def model(url, folder):
    shutil.unpack_archive(urllib.request.urlretrieve(url)[0], folder)  # pave: expect archive-path


def into(folder, file):
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            place = folder / entry.filename
            place.write_bytes(archive.read(entry))  # pave: expect archive-path
