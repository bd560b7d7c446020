# SPDX-License-Identifier: Apache-2.0
"""Builds the extension against an installed libpave, which pkg-config knows; one wheel serves Python 3.10 and up."""
import subprocess

from setuptools import Extension, setup


def flags(option):
    return subprocess.run(["pkg-config", option, "pave"], check=True, capture_output=True, text=True).stdout.split()


setup(
    version=subprocess.run(["pkg-config", "--modversion", "pave"], check=True, capture_output=True,
                           text=True).stdout.strip(),
    packages=["pave"],
    package_data={"pave": ["py.typed", "*.pyi"]},
    ext_modules=[Extension("pave._pave", ["pave/_pave.c"], py_limited_api=True,
                           extra_compile_args=flags("--cflags"), extra_link_args=flags("--libs"))],
    options={"bdist_wheel": {"py_limited_api": "cp310"}},
)
