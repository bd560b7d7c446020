#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a large source tree of believable shape, the same for the same seed.

    bench/generate.py FOLDER [MEGABYTES [SEED]]

Python and Java, half of the bytes each. File sizes are log-normal, as in real trees: many small
files, few large ones. One file in thirty holds something that a rule looks for; the others hold
words of every day.
"""
import random
import sys
from pathlib import Path

WORDS = """account amount answer archive balance batch block border branch buffer bundle cache case
channel claim clinic clock code column commit config context count cursor customer date default
delay delta device digest document domain draft edge element entry error event field file filter
flag folder form frame group handle header height history index input insurer item key label layer
length letter level limit line link list lock login map mark member message meter mode model month
name node note number object offset option order owner packet page parent part patient path payload
peer period phase place plan point policy port prefix price process profile query queue range rate
reading record region report request result retry role route row rule sample schema scope score
section segment sensor service session shape shift signal size slot source span stage state step
stock store stream string style suffix table tag target task team text thread ticket time title
token topic total trace track tree type unit update upload user value vendor version view visit
volume wait ward weight width window worker year zone""".split()
VERBS = """add apply build check clear close collect compare compute copy count create decode drop
encode end expand fetch fill filter find flush format gather get handle insert join list load lock
make map mark match merge move open pack parse pick print push put read reduce remove render replace
resolve save scan search seek select send set shift show skip sort split start stop store take test
trim unpack update validate visit wait walk wrap write""".split()
PY_MODULES = "json logging os re sys time typing collections itertools functools datetime".split()
JAVA_IMPORTS = """java.util.List java.util.Map java.util.ArrayList java.util.HashMap java.io.File
java.util.Optional java.time.Instant java.util.stream.Collectors java.nio.file.Path
org.slf4j.Logger org.slf4j.LoggerFactory""".split()
# What the shipped rules look for, right and wrong; they say which.
PY_CONCERNS = [
    ("hashlib", "hashlib.md5({0}.encode()).hexdigest()"),
    ("hashlib", "hashlib.sha256({0}.encode()).hexdigest()"),
    ("random", "random.randint(0, len({0}))"),
    ("requests", "requests.get({0}, timeout=30, verify=False)"),
    ("requests", "requests.get({0}, timeout=30)"),
    ("ssl", "ssl.SSLContext(ssl.PROTOCOL_TLSv1)"),
    ("jwt", "jwt.decode({0}, options={{'verify_signature': False}})"),
]
JAVA_CONCERNS = [
    ("java.security.MessageDigest", 'MessageDigest.getInstance("MD5").digest({0}.getBytes())'),
    ("java.security.MessageDigest", 'MessageDigest.getInstance("SHA-256").digest({0}.getBytes())'),
    ("javax.crypto.Cipher", 'Cipher.getInstance("AES/ECB/PKCS5Padding")'),
    ("javax.crypto.Cipher", 'Cipher.getInstance("AES/GCM/NoPadding")'),
    ("java.util.Random", "new Random().nextInt({0}.length())"),
    ("javax.net.ssl.SSLContext", 'SSLContext.getInstance("TLSv1")'),
]


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.lines = []

    def name(self, many=2):
        return "_".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(1, many)))

    def camel(self, *words):
        words = [part for word in words for part in word.split("_")]
        return words[0] + "".join(word.capitalize() for word in words[1:])

    def title(self):
        return "".join(word.capitalize() for word in (self.name() + "_" + self.name()).split("_"))

    def call(self):
        return self.rng.choice(VERBS) + "_" + self.rng.choice(WORDS)

    def put(self, depth, text):
        self.lines.append("    " * depth + text)

    def sentence(self):
        return " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(5, 11)))


class Python(Writer):
    suffix = "py"

    def value(self, depth=0):
        pick = self.rng.randrange(7 if depth < 2 else 4)
        if pick == 0:
            return str(self.rng.randrange(1000))
        if pick == 1:
            return '"' + " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(1, 4))) + '"'
        if pick in (2, 3):
            return self.rng.choice(["", "self.", "self._"]) + self.name()
        if pick == 4:
            return f"{self.value(depth + 1)} {self.rng.choice('+-*/')} {self.value(depth + 1)}"
        if pick == 5:
            return f"self.{self.call()}({self.value(depth + 1)}, {self.name()}={self.value(depth + 1)})"
        return f"{{{self.value(2)}: {self.value(2)}, {self.value(2)}: {self.value(2)}}}"

    def statement(self, depth):
        pick = self.rng.randrange(9)
        if pick < 4 or depth > 4:
            self.put(depth, f"{self.name()} = {self.value()}")
        elif pick == 4:
            self.put(depth, f"if {self.name()} {self.rng.choice(['is None', '> 0', 'in items'])}:")
            self.block(depth + 1)
        elif pick == 5:
            self.put(depth, f"for {self.name(1)} in {self.value()}:")
            self.block(depth + 1)
        elif pick == 6:
            self.put(depth, "try:")
            self.block(depth + 1)
            self.put(depth, "except (KeyError, ValueError) as error:")
            self.put(depth + 1, f'logger.warning("{self.sentence()}: %s", error)')
        elif pick == 7:
            self.put(depth, f"# {self.sentence()}")
            self.put(depth, f"{self.name()}.append({self.value()})")
        else:
            self.put(depth, f"return {self.value()}")

    def block(self, depth):
        for _ in range(self.rng.randint(1, 3)):
            self.statement(depth)

    def write(self, size, concern):
        imports = self.rng.sample(PY_MODULES, self.rng.randint(2, 5))
        module, code = self.rng.choice(PY_CONCERNS) if concern else (None, None)
        self.put(0, f'"""{self.sentence().capitalize()}."""')
        for name in sorted(set(imports + ([module] if module else []))):
            self.put(0, f"import {name}")
        self.put(0, "\nlogger = logging.getLogger(__name__)")
        while sum(map(len, self.lines)) < size:
            self.put(0, f"\n\nclass {self.title()}:")
            for _ in range(self.rng.randint(2, 7)):
                self.put(1, f"def {self.call()}(self, {self.name()}, {self.name()}_2=None):")
                self.put(2, f'"""{self.sentence().capitalize()}."""')
                for _ in range(self.rng.randint(2, 9)):
                    self.statement(2)
                if code:
                    self.put(2, f"{self.name()} = {code.format(self.name(1))}")
                    code = None
                self.put(0, "")
        return "\n".join(self.lines) + "\n"


class Java(Writer):
    suffix = "java"

    def type(self):
        return self.rng.choice(["int", "String", "long", "boolean", "List<String>", "Map<String, Long>",
                                self.title()])

    def variable(self):
        return self.camel(self.name())

    def value(self, depth=0):
        pick = self.rng.randrange(6 if depth < 2 else 3)
        if pick == 0:
            return str(self.rng.randrange(1000))
        if pick == 1:
            return '"' + " ".join(self.rng.choice(WORDS) for _ in range(self.rng.randint(1, 4))) + '"'
        if pick == 2:
            return self.rng.choice(["", "this."]) + self.variable()
        if pick == 3:
            return f"{self.value(depth + 1)} {self.rng.choice('+-*')} {self.value(depth + 1)}"
        if pick == 4:
            return f"{self.variable()}.{self.camel(self.call())}({self.value(depth + 1)}, {self.value(2)})"
        return f"new {self.title()}({self.value(depth + 1)})"

    def statement(self, depth):
        pick = self.rng.randrange(9)
        if pick < 4 or depth > 5:
            self.put(depth, f"{self.type()} {self.variable()} = {self.value()};")
        elif pick == 4:
            self.put(depth, f"if ({self.variable()} {self.rng.choice(['== null', '> 0', '!= 1'])}) {{")
            self.block(depth)
        elif pick == 5:
            self.put(depth, f"for ({self.type()} {self.variable()} : {self.value()}) {{")
            self.block(depth)
        elif pick == 6:
            self.put(depth, "try {")
            self.block(depth, "} catch (IllegalStateException error) {")
            self.put(depth + 1, f'logger.warn("{self.sentence()}", error);')
            self.put(depth, "}")
        elif pick == 7:
            self.put(depth, f"// {self.sentence()}")
            self.put(depth, f"{self.variable()}.{self.camel(self.call())}({self.value()});")
        else:
            self.put(depth, f"this.{self.variable()} = {self.value()};")

    def block(self, depth, end="}"):
        for _ in range(self.rng.randint(1, 3)):
            self.statement(depth + 1)
        self.put(depth, end)

    def write(self, size, concern):
        module, code = self.rng.choice(JAVA_CONCERNS) if concern else (None, None)
        self.put(0, f"package example.{self.rng.choice(WORDS)}.{self.rng.choice(WORDS)};\n")
        for name in sorted(self.rng.sample(JAVA_IMPORTS, 4) + ([module] if module else [])):
            self.put(0, f"import {name};")
        self.put(0, f"\n/** {self.sentence().capitalize()}. */")
        self.put(0, f"public class {self.title()} {{")
        while sum(map(len, self.lines)) < size:
            self.put(1, f"private final {self.type()} {self.variable()};\n")
            self.put(1, f"/** {self.sentence().capitalize()}. */")
            self.put(1, f"public {self.type()} {self.camel(self.call())}({self.type()} {self.variable()}) "
                        "throws Exception {")
            for _ in range(self.rng.randint(2, 9)):
                self.statement(2)
            if code:
                self.put(2, f"Object {self.variable()} = {code.format(self.variable())};")
                code = None
            self.put(2, f"return {self.value()};")
            self.put(1, "}\n")
        self.put(0, "}")
        return "\n".join(self.lines) + "\n"


def generate(folder, megabytes=50, seed=1):
    """Gives how many files and bytes were written."""
    rng = random.Random(seed)
    want, files, total = megabytes * 1000 * 1000, 0, 0
    while total < want:
        make = (Python, Java)[files % 2](rng)
        size = min(max(int(rng.lognormvariate(8.6, 1.1)), 200), 400000)
        text = make.write(size, rng.randrange(30) == 0)
        place = folder / rng.choice(WORDS) / rng.choice(WORDS)
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{rng.choice(WORDS)}_{files}.{make.suffix}").write_text(text)
        files, total = files + 1, total + len(text)
    return files, total


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__.strip())
    numbers = [int(argument) for argument in sys.argv[2:4]]
    print("%d files, %d bytes" % generate(Path(sys.argv[1]), *numbers))
