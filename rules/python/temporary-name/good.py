import tempfile

with tempfile.NamedTemporaryFile("w", suffix=".csv") as report:
    report.write("name;sum")
folder = tempfile.mkdtemp()
