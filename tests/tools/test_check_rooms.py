# SPDX-License-Identifier: Apache-2.0
"""tools/check_rooms.py finds each kind of fault in a small tree, and none in a good one."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[2] / "tools" / "check_rooms.py"
SPDX = "/* SPDX-License-Identifier: Apache-2.0 */\n"
ROOMS = """\
# floor  room          purpose
0        base          Text and memory.
1        sys           Files and threads.
1        text          Bytes to values.
3        engine/lang   Languages.
8        engine/report Reports.
"""


def header(inside, body=""):
    guard = "PV_" + "".join(c if c.isalnum() else "_" for c in inside.upper())
    noun = Path(inside).stem
    return f"{SPDX}/*\n * {noun}: a noun.\n */\n#ifndef {guard}\n#define {guard}\n{body}\n#endif\n"


GOOD = {
    "src/ROOMS": ROOMS,
    "src/base/README.md": "# base\n",
    "src/base/str.h": header("base/str.h", "struct pv_str;"),
    "src/base/str.c": SPDX + '#include "base/str.h"\n\n#include <stdlib.h>\n\n'
                             "static int depth;\n\nvoid *pv_str_new(void)\n{\n"
                             "    return malloc(4);\n}\n",
    "src/sys/README.md": "# sys\n",
    "src/sys/file.h": header("sys/file.h"),
    "src/sys/file.c": SPDX + '#include "sys/file.h"\n\n#include "base/str.h"\n\n#include <fcntl.h>\n',
    "src/text/README.md": "# text\n",
    "src/text/json.h": header("text/json.h"),
    "src/engine/lang/README.md": "# lang\n",
    "src/engine/lang/lang.c": SPDX + "#include <tree_sitter/api.h>\n",
}

# What a file becomes, and what is said about it.
BAD = [
    ("an_arrow_that_points_up", "src/base/str.h",
     header("base/str.h", '#include "text/json.h"'), "points up at text"),
    ("an_arrow_that_points_sideways", "src/text/json.h",
     header("text/json.h", '#include "sys/file.h"'), "points sideways at sys"),
    ("an_include_from_its_own_folder", "src/sys/file.h",
     header("sys/file.h", '#include "str.h"'), '"str.h" is not written from src/'),
    ("a_grammar_outside_its_fence", "src/text/json.h",
     header("text/json.h", "#include <tree_sitter/api.h>"), "is for engine/lang only"),
    ("cryptography_outside_its_fence", "src/text/json.h",
     header("text/json.h", "#include <openssl/evp.h>"), "is for crypto, late only"),
    ("a_system_header_outside_its_fence", "src/text/json.h",
     header("text/json.h", "#include <unistd.h>"), "is for sys"),
    ("a_room_that_is_not_listed", "src/cellar/wine.h",
     header("cellar/wine.h"), "in no room of src/ROOMS"),
    ("a_room_without_a_readme", "src/engine/report/json_report.h",
     header("engine/report/json_report.h"), "a room needs a README.md"),
    ("a_long_readme", "src/sys/README.md", "line\n" * 41, "at most 40 lines"),
    ("a_name_used_twice", "src/text/str.h", header("text/str.h"), "the name is taken by"),
    ("a_long_file", "src/base/str.c", SPDX + "\n" * 600, "more than 600 lines"),
    ("a_wrong_guard", "src/text/json.h",
     header("text/yaml.h"), "the guard is not PV_TEXT_JSON_H"),
    ("a_header_without_its_noun", "src/text/json.h",
     header("text/json.h").replace("json: a noun", "A noun"), "does not start with `json: "),
    ("another_header_before_its_own", "src/sys/file.c",
     SPDX + '#include "base/str.h"\n#include "sys/file.h"\n', '"sys/file.h" is not included first'),
    ("the_system_before_pave", "src/sys/file.c",
     SPDX + '#include "sys/file.h"\n\n#include <fcntl.h>\n\n#include "base/str.h"\n',
     "comes after a header of the system"),
    ("a_public_function_without_a_prefix", "src/base/str.c",
     SPDX + "int str_length(void)\n{\n    return 0;\n}\n", "str_length is neither static"),
    ("a_public_function_over_two_lines", "src/base/str.c",
     SPDX + "int str_length(int a,\n               int b)\n{\n    return a;\n}\n",
     "str_length is neither static"),
    ("a_public_variable_without_a_prefix", "src/base/str.c",
     SPDX + "const char *names[] = {\"a\"};\n", "names is neither static"),
    ("a_line_comment", "src/base/str.c", SPDX + "// hello\n", "a // comment"),
    ("a_note_without_an_issue", "src/base/str.c", SPDX + "/* TODO: later */\n", "without its issue"),
    ("a_banned_function", "src/base/str.c",
     SPDX + "static void f(char *a)\n{\n    strcpy(a, a);\n}\n", "strcpy is banned"),
    ("malloc_outside_base", "src/sys/file.c",
     SPDX + "static void f(void)\n{\n    free(malloc(1));\n}\n", "is called in base only"),
    ("a_library_that_prints", "src/text/json.c",
     SPDX + "static void f(void)\n{\n    printf(\"x\");\n}\n", "printf is for sys and programs only"),
    ("a_missing_licence_line", "src/base/str.c", "static int depth;\n", "not the SPDX line"),
    ("a_room_listed_twice", "src/ROOMS", ROOMS + "2 text Again.\n", "listed twice"),
    ("a_line_comment_in_a_test", "tests/unit/base/test_str.c", SPDX + "// hello\n", "a // comment"),
]

# What must not be taken for a fault.
FINE = [
    ("an_address_in_a_string", "src/base/str.c", SPDX + 'static const char *at = "a://b";\n'),
    ("a_banned_word_in_a_comment", "src/base/str.c", SPDX + "/* unlike strcpy( */\n"),
    ("a_note_with_its_issue", "src/base/str.c", SPDX + "/* TODO(#12): later */\n"),
    ("a_longer_name", "src/base/str.c",
     SPDX + "static void f(int a)\n{\n    pv_system(a);\n    my_free(a);\n}\n"),
    ("a_forward_declaration", "src/base/str.c", SPDX + "struct names;\n"),
    ("one_table_of_limits_per_room", "src/text/limits.def", SPDX),
]


def check(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        ran = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True,
                             env=dict(os.environ), timeout=60, check=False)
        return ran.returncode, ran.stdout + ran.stderr


class CheckRooms(unittest.TestCase):
    def test_has_nothing_against_a_good_tree(self):
        self.assertEqual(check(GOOD), (0, ""))

    def test_finds_each_fault(self):
        for name, path, text, said in BAD:
            with self.subTest(name):
                status, output = check({**GOOD, path: text})
                self.assertEqual(status, 1)
                self.assertIn(said, output)
                self.assertIn(path if "README" not in said or path.endswith(".md")
                              else str(Path(path).parent), output)

    def test_finds_no_fault_where_there_is_none(self):
        for name, path, text in FINE:
            with self.subTest(name):
                self.assertEqual(check({**GOOD, path: text}), (0, ""))


if __name__ == "__main__":
    unittest.main()
