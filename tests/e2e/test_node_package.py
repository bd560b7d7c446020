#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The package of the Node.js binding: its types, its build by hand, and that others open what it seals."""
import json
import re
import shutil
import unittest

from node_binding import BINDING, FETCHED, NODE, PACKAGE, NodeCase, has_fetched, package_in
from pave_program import clean_environment
from python_binding import BUILD, SOURCE, BindingCase, built, environment, is_sanitized, run, stable_abi

TSC = FETCHED / "node_modules/typescript/bin/tsc"
OPTIONS = {"noEmit": True, "strict": True, "exactOptionalPropertyTypes": True, "module": "node16", "target": "es2022",
           "lib": ["es2022"], "types": ["node"], "typeRoots": [str(FETCHED / "node_modules/@types")]}
USE = """
const { Library } = require('pave');
const fs = require('node:fs');
const program = { program: './program' };
const library = new Library('policy.json', { trust: fs.readFileSync('trust.txt', 'utf8'), unlock: { phi: program, files: program } });
const row = { patient: 'p-17' };
const key = library.key('phi.name');
"""


class Package(NodeCase):
    def test_version_and_names_are_those_of_the_library(self):
        package = json.loads((BINDING / "package.json").read_text())
        self.assertEqual(package["version"], (SOURCE / "VERSION").read_text().strip())
        self.assertNotIn("dependencies", package)
        declared = (BINDING / "index.d.ts").read_text()
        union = declared[declared.index("export type PaveCode"):].split(";")[0]
        table = re.findall(r"X\((PAVE_\w+), -", (SOURCE / "include/pave/status.h").read_text())
        self.assertEqual(re.findall(r"'(PAVE_\w+)'", union), table)
        names = self.node("-p", f"Object.keys(require({str(PACKAGE)!r})).join()").strip().split(",")
        self.assertEqual(set(re.findall(r"^export (?:const|class|function) (\w+)", declared, re.M)), set(names))

    def test_every_public_function_is_there(self):
        """All of tools/libpave.symbols but what only C needs."""
        symbols = set(re.findall(r"^pave_\w+", (SOURCE / "tools/libpave.symbols").read_text(), re.M))
        used = set(re.findall(r"\bpave_\w+(?=[(,);])", "".join(path.read_text() for path in BINDING.glob("src/*.c"))))
        # Batches are runs of the calls that write into a room of the caller's.
        self.assertEqual(symbols - used, {"pave_open", "pave_open_batch", "pave_seal", "pave_seal_batch"})

    @unittest.skipUnless(has_fetched("node_modules/typescript"), "no TypeScript in third_party/node/sources")
    def test_types_allow_what_is_right_and_nothing_else(self):
        package_in(self.folder)
        shutil.copytree(BINDING / "test/types", self.folder / "types")
        self.write("tsconfig.json", json.dumps({"compilerOptions": OPTIONS, "include": ["types"]}))
        done = run(NODE, TSC, "-p", self.folder, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stdout)
        # Without the marks, each of the lines is an error: the marks are not what compiles.
        bad = self.folder / "types/bad.cts"
        text = re.sub(r"// @ts-expect-error", "// wrong", bad.read_text())
        bad.write_text(text)
        done = run(NODE, TSC, "-p", self.folder, cwd=self.folder)
        lines = set(re.findall(r"^types/bad\.cts\((\d+),", done.stdout, re.M))
        wrong = {str(i + 2) for i, line in enumerate(text.splitlines()) if line.startswith("// wrong")}
        self.assertEqual(lines, wrong)
        self.assertGreater(len(wrong), 35)

    @unittest.skipUnless(shutil.which("cmake") and shutil.which("pkg-config"), "no cmake or pkg-config")
    def test_builds_by_hand_against_an_installed_library(self):
        prefix = self.folder / "prefix"
        done = run("cmake", "--install", BUILD, "--component", "libpave", "--prefix", prefix)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        target = self.folder / "node_modules/pave"
        shutil.copytree(BINDING, target, ignore=shutil.ignore_patterns("build", "prebuilds", "test"))
        config, = prefix.glob("lib*/**/pave.pc")
        flags = "-fsanitize=address" if is_sanitized() else ""
        more = {"PKG_CONFIG_PATH": str(config.parent), "CFLAGS": flags}
        if has_fetched("include"):
            more["NODE_HEADERS"] = str(FETCHED / "include")
        done = run("sh", target / "build.sh", env=clean_environment(**more))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        out = self.node("-p", USE + "key.openText(key.sealText(Buffer.from('Ada'), row), row).toString()",
                        LD_LIBRARY_PATH=str(config.parent.parent))
        self.assertEqual(out.strip(), "Ada")
        shutil.rmtree(target / "build")
        done = run(NODE, "-e", "require('pave')", cwd=self.folder)
        self.assertIn("`npm run build` makes it", done.stderr)


class Exchange(NodeCase):
    """What one language seals, the others open."""

    def setUp(self):
        super().setUp()
        package_in(self.folder)

    def test_with_the_program(self):
        flags = ["--policy", "policy.json", "--trust", "trust.txt", "--program", "./program", "-c", "patient=p-17"]
        status, text, err = self.pave("seal", *flags, "-p", "phi.name", "--text", stdin="Zoë".encode())
        self.assertEqual(status, 0, err)
        said = self.node("-p", USE + f"""
if (key.openText({text.strip()!r}, row).toString() !== 'Zoë') throw new Error('another text');
fs.writeFileSync('plain', Buffer.alloc(100000, 'x'));
key.sealText(Buffer.from('Zoë'), row)""").strip()
        status, opened, err = self.pave("open", *flags, "-p", "phi.name", stdin=said.encode())
        self.assertEqual((status, opened), (0, "Zoë"), err)
        status, _, err = self.pave("seal", *flags, "-p", "phi.scan", "-o", "by-program", "plain")
        self.assertEqual(status, 0, err)
        self.node("-e", USE + """
const scan = library.key('phi.scan');
(async () => {
  await scan.unsealFile('by-program', 'again', row);
  if (!fs.readFileSync('again').equals(fs.readFileSync('plain'))) throw new Error('another file');
  const sealing = fs.createReadStream('plain').pipe(scan.sealStream(row));
  await require('node:stream/promises').pipeline(sealing, fs.createWriteStream('by-node'));
})().catch((error) => { console.error(error); process.exitCode = 1; });
""")
        status, _, err = self.pave("open", *flags, "-p", "phi.scan", "-o", "back", "by-node")
        self.assertEqual(status, 0, err)
        self.assertEqual((self.folder / "back").read_bytes(), (self.folder / "plain").read_bytes())

    @unittest.skipIf(getattr(BindingCase, "__unittest_skip__", False), getattr(BindingCase, "__unittest_skip_why__", ""))
    def test_with_python(self):
        self.package = built(stable_abi())
        parties = USE.replace("{ Library }", "{ Identity, Library, Trust }") + """
const trusted = new Trust(fs.readFileSync('trust.json', 'utf8'));
const terms = { purpose: 'invoice.new', context: { invoice: '17' }, isNew: null };
"""
        self.node("-e", parties + """
fs.writeFileSync('value', key.seal(Buffer.from('Ada'), { patient: 'p-17', extra: Buffer.from([0, 255]) }));
const secret = library.newSubject('phi.name', 'p-17');
fs.writeFileSync('secret', secret);
fs.writeFileSync('theirs', library.subjectKey('phi.name', 'p-17', secret).seal(Buffer.from('Ada'), row));
(async () => {
  const clinic = await Identity.open('clinic.keyset', program);
  fs.writeFileSync('message', clinic.seal(trusted, Buffer.from('pay'), { ...terms, to: 'billing', ttlSeconds: 60 }));
  fs.writeFileSync('signature', clinic.sign('a.b', Buffer.from('pay')));
})();
""")
        self.python("""
def of(name):
    with open(name, "rb") as file:
        return file.read()
assert key.open(of("value"), {"patient": "p-17", "extra": bytes([0, 255])}) == b"Ada"
mine = library.key("phi.name", subject="p-17", secret=of("secret"))
assert mine.open(of("theirs"), patient="p-17") == b"Ada"
trusted = pave.Trust(of("trust.json").decode())
billing = pave.Identity("billing.keyset", unlock=by_program)
got = billing.open_message(of("message"), {"invoice": "17"}, purpose="invoice.new", trust=trusted, replay=None)
assert got.body == b"pay" and got.sender == "clinic"
def keep(name, data):
    with open(name, "wb") as file:
        file.write(data)
keep("back", key.seal(b"Grace", patient="p-17"))
keep("mine", mine.seal(b"Grace", patient="p-17"))
keep("answer", billing.seal_message(b"paid", {"invoice": "17"}, purpose="invoice.new", trust=trusted, to=["clinic"], ttl_s=60))
""")
        self.node("-e", parties + """
const same = (bytes, text) => { if (bytes.toString() !== text) throw new Error(`not ${text}`); };
same(key.open(fs.readFileSync('back'), row), 'Grace');
same(library.subjectKey('phi.name', 'p-17', fs.readFileSync('secret')).open(fs.readFileSync('mine'), row), 'Grace');
(async () => {
  const clinic = await Identity.open('clinic.keyset', program);
  same(clinic.open(trusted, fs.readFileSync('answer'), terms).body, 'paid');
  trusted.verify('clinic', 'a.b', Buffer.from('pay'), fs.readFileSync('signature'));
})().catch((error) => { console.error(error); process.exitCode = 1; });
""")


if __name__ == "__main__":
    unittest.main()
