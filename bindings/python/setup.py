# SPDX-License-Identifier: Apache-2.0
"""Builds the extension against an installed libpave, which pkg-config knows.

One wheel serves Python 3.11 and up: buffers are in the stable ABI since then. For 3.10 a wheel is its own.
"""
import glob
import subprocess
import sys

from setuptools import Extension, setup

STABLE = sys.version_info >= (3, 11)


def ask(option):
    try:
        return subprocess.run(["pkg-config", option, "pave"], check=True, capture_output=True, text=True).stdout.split()
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit("pave: pkg-config does not know libpave: install it, and set PKG_CONFIG_PATH to its "
                 f"lib/pkgconfig where that is in no usual place ({error})")


setup(
    version=ask("--modversion")[0],
    packages=["pave"],
    package_data={"pave": ["py.typed", "*.pyi"]},
    ext_modules=[Extension("pave._pave", sorted(glob.glob("src/*.c")), depends=["src/binding.h"],
                           define_macros=[("Py_LIMITED_API", "0x030B0000")] if STABLE else [],
                           py_limited_api=STABLE,
                           extra_compile_args=["-std=c17", "-fvisibility=hidden", *ask("--cflags")],
                           extra_link_args=ask("--libs"))],
    options={"bdist_wheel": {"py_limited_api": "cp311"}} if STABLE else {},
)
