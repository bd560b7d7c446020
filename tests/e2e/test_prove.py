#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`pave prove`: whether what a service holds is sealed before it leaves."""
import json
import unittest

from pave_program import Case

CATALOG = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: notes
  annotations:
    pave.dev/exposure: internal
    pave.dev/tier: tier1
    pave.dev/authn: workload
    pave.dev/data: "phi:store:1e6"
    pave.dev/types: "phi: Note, Visit.diagnosis"
spec: {type: service, lifecycle: production, owner: team}
"""

PYTHON = """\
import json, pave
key = pave.Library("policy").key("notes")
class Note:
    text: str
    def wire(self):
        return json.dumps({"text": self.text}).encode()
def keep(path, note: Note, patient, log, cache, fast):
    sealed = key.seal(note.wire(), patient=patient)
    path.write_bytes(sealed)
"""

C = """\
#include <pave/pave.h>
struct Note { char text[64]; };
int keep(struct pave_key *key, int fd, const struct Note *note)
{
    char copy[64];
    struct pave_bytes sealed;
    memcpy(copy, note->text, sizeof copy);
    if (pave_seal(key, copy, sizeof copy, NULL, 0, &sealed))
        return -1;
    write(fd, sealed.p, sealed.n);
    return 0;
}
"""

TYPESCRIPT = """\
import { open } from "pave";
import * as fs from "node:fs";
export class Store {
  constructor(private key: Key) {}
  async keep(patient: string, note: Note): Promise<void> {
    const sealed = this.key.seal(Buffer.from(JSON.stringify(note)), { patient });
    await fs.promises.writeFile("x", sealed);
  }
}
"""


class Prove(Case):
    def prove(self, files, catalog=CATALOG, **more):
        self.write("catalog-info.yaml", catalog)
        for name, text in files.items():
            self.write(name, text)
        status, out, err = self.pave("prove", "--format", "json", **more)
        self.assertEqual((status, err), (0, ""))
        (line,) = out.splitlines()
        return json.loads(line)

    def state(self, files, **more):
        return self.prove(files, **more)["protected"]

    def python(self, body):
        """The state once `body` stands at the end of a function that seals as well."""
        return self.state({"store.py": PYTHON + "".join(f"    {line}\n" for line in body)})

    def test_what_is_always_sealed_is_proved(self):
        for name, text in (("store.py", PYTHON), ("store.c", C), ("store.ts", TYPESCRIPT)):
            with self.subTest(name):
                self.assertEqual(self.state({name: text}), "verified")
                (self.folder / name).unlink()

    def test_the_way_into_the_seal_is_told(self):
        proof = self.prove({"store.py": PYTHON})
        (flow,) = [flow for flow in proof["flows"] if flow["end"] == "is sealed"]
        # From where a method of the note reads what it holds.
        self.assertEqual([flow["steps"][0]["line"], flow["steps"][-1]["line"]], [6, 8])

    def test_near_misses_escape(self):
        for what, body in {
            "written as it is": ["path.write_bytes(note.wire())"],
            "sealed in one branch only": ["data = note.wire()", "if not fast:", "    data = key.seal(data)",
                                          "path.write_bytes(data)"],
            "sealed, then opened": ["path.write_bytes(key.open(sealed, patient=patient))"],
            "logged on the way": ["log.info(f'keeping {note.text}')"],
            "part of it": ["path.write_text(note.text[:3])"],
            "inside a container": ["print([{'a': (1, note.wire())}])"],
            "named field of another type": ["print(visit().diagnosis)"],
            "an exception's way": ["try:", "    key.seal(note.wire())", "except ValueError:", "    print(note)"],
            "by a function of the file": ["tell(note.text)", "", "", "def tell(x):", "    print(x)"],
        }.items():
            with self.subTest(what):
                text = PYTHON + "".join(("" if raw.startswith(("def", "    print(x)")) else "    ") + raw + "\n"
                                        for raw in body)
                self.assertEqual(self.state({"store.py": text}), "escapes")

    def test_out_of_sight_is_not_proved(self):
        for what, body in {
            "an unknown function": ["send(note)"],
            "a method of something unknown": ["log_to(path).emit(note.text)"],
            "a copy kept": ["cache['last'] = note"],
            "a copy kept under another name": ["mine = cache", "mine['last'] = note.text"],
            "a list of somebody else": ["cache.items.append(note)"],
            "given back": ["return note.text"],
            "thrown": ["raise Failed(note.text)"],
            "a callback's result": ["cache.register(lambda: note.text)"],
            "an argument of a method that sounds harmless": ["cache.insert().values(note.text)"],
            "an argument beside a callback": ["cache.run('insert', note.text, lambda row: row)"],
            "kept by a function that outlives its own": ["def hold():", "    kept = []", "    def more(x):",
                                                        "        kept.append(x)", "    return more",
                                                        "more = hold()", "more(note.text)"],
        }.items():
            with self.subTest(what):
                self.assertEqual(self.python(body), "open")

    def test_what_stays_is_no_way_out(self):
        for what, body in {
            "a list of its own": ["mine = []", "mine.append(note.text)", "path.write_bytes(key.seal(json.dumps(mine)))"],
            "a comparison": ["print(note.text == patient)"],
            "a length": ["print(len(note.text))"],
        }.items():
            with self.subTest(what):
                self.assertEqual(self.python(body), "verified")

    def test_functions_of_other_files_answer_for_themselves(self):
        web = "import store\ndef post(request, path):\n    store.keep(path, store.Note(request.text), 1, 2, 3, 4)\n"
        self.assertEqual(self.state({"store.py": PYTHON, "web.py": web}), "verified")
        other = "def keep(path, anything):\n    pass\n"
        self.assertEqual(self.state({"store.py": PYTHON, "web.py": web, "other.py": other}), "open")

    def test_a_seal_of_another_library_is_none(self):
        self.assertEqual(self.state({"store.py": PYTHON.replace("import json, pave", "import json")}), "escapes")

    def test_a_language_that_is_not_followed_is_a_doubt(self):
        proof = self.prove({"store.py": PYTHON, "Tool.java": "class Tool { void f(Note n) { } }\n"})
        self.assertEqual((proof["protected"], proof["file"]), ("open", "Tool.java"))
        (self.folder / "Tool.java").write_text("class Tool { }\n")
        self.assertEqual(self.state({"store.py": PYTHON}), "verified")

    def test_a_file_that_can_not_be_parsed_is_a_doubt(self):
        self.assertEqual(self.state({"store.py": PYTHON, "broken.py": "def f(note: Note:\n  ) print((\n"}), "open")

    def test_a_file_that_is_too_large_is_a_doubt(self):
        large = "# " + "x" * (1 << 20) + "\n"
        self.assertEqual(self.prove({"store.py": PYTHON, "large.py": large})["file"], "large.py")
        self.write("tls.py", "import requests\nrequests.get('https://a.example', verify=False)\n")
        status, out, err = self.pave("scan", "--json", "--rule", "python/tls-verify-off")
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(len(json.loads(out)["results"]), 1)

    def test_more_names_than_can_be_followed_are_a_doubt(self):
        marks = "".join(f"class T{i}:  # @phi\n    pass\n" for i in range(100))
        proof = self.prove({"store.py": PYTHON + marks})
        self.assertEqual((proof["protected"], proof["why"]), ("open", "more than 64 types and fields"))

    def test_a_folder_that_cannot_be_read_is_a_doubt(self):
        self.write("lib/leak.py", "def f(note: Note):\n    print(note.text)\n")
        (self.folder / "lib").chmod(0)
        self.addCleanup((self.folder / "lib").chmod, 0o700)
        proof = self.prove({"store.py": PYTHON}, **self.kept_from_reading())
        self.assertEqual((proof["protected"], proof["file"], proof["why"]), ("open", "lib", "could not be read"))

    def test_marks_that_cannot_be_read_are_not_missing(self):
        self.write("catalog-info.yaml", CATALOG.replace('    pave.dev/types: "phi: Note, Visit.diagnosis"\n', ""))
        self.write("a.py", "")
        self.write("store.py", "class Note:  # @phi\n    pass\n").chmod(0)
        status, out, err = self.pave("prove", **self.kept_from_reading())
        self.assertEqual((status, out), (3, ""))
        self.assertEqual(err, "pave: store.py: could not be read, and nothing else marks the data\n")

    def test_c_escapes(self):
        for what, code in {"on failure": ("return -1", "return write(fd, copy, sizeof copy)"),
                           "opened": ("sealed.p, sealed.n", "copy, 64")}.items():
            with self.subTest(what):
                self.assertEqual(self.state({"store.c": C.replace(*code)}), "escapes")

    def test_code_marks_its_own_types(self):
        bare = CATALOG.replace('    pave.dev/types: "phi: Note, Visit.diagnosis"\n', "")
        plain = PYTHON.replace("note.wire()", "note.text")
        for what, old, new in (("above", "class Note", "# @phi: what a doctor wrote\nclass Note"),
                               ("a field, behind", "    text: str\n    def wire(self):\n        return "
                                'json.dumps({"text": self.text}).encode()\n', "    text: str  # @phi\n")):
            with self.subTest(what):
                self.assertEqual(self.state({"store.py": plain.replace(old, new)}, catalog=bare), "verified")
                leak = plain.replace(old, new) + "    print(note.text)\n"
                self.assertEqual(self.state({"store.py": leak}, catalog=bare), "escapes")

    def test_a_decision_takes_the_proof(self):
        self.write("tls.py", "import requests\nrequests.get('https://a.example', verify=False)\n")
        for text, priority in ((PYTHON, "defer"), (PYTHON + "    print(note.text)\n", "scheduled")):
            self.write("catalog-info.yaml", CATALOG)
            self.write("store.py", text)
            _, out, _ = self.pave("scan", "--json", ".")
            (finding,) = [f for f in json.loads(out)["results"] if f["check_id"] == "python/tls-verify-off"]
            self.assertEqual(finding["extra"]["pave"]["priority"], priority)

    def test_error_status(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("store.py", PYTHON)
        self.assertEqual(self.pave("prove", "--error")[0], 0)
        self.write("store.py", PYTHON + "    print(note.text)\n")
        status, out, _ = self.pave("prove", "--error")
        self.assertEqual(status, 1)
        self.assertIn("notes: phi leaves unsealed\n", out)
        self.assertIn("print(note.text)  ← leaves unsealed\n", out)

    def test_what_is_missing_is_said(self):
        status, _, err = self.pave("prove")
        self.assertEqual((status, err), (2, "pave: no catalog-info.yaml here says which data a service holds\n"))
        self.write("catalog-info.yaml", CATALOG.replace('"phi: Note, Visit.diagnosis"', '"phi: No te"'))
        self.write("a.py", "")
        status, _, err = self.pave("prove")
        self.assertEqual(status, 2)
        self.assertIn("catalog-info.yaml: line 10, column ", err)


if __name__ == "__main__":
    unittest.main()
