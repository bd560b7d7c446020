import tempfile

path = tempfile.mktemp(".csv")  # pave: expect temporary-name
with open(path, "w") as report:
    report.write("name;sum")
