"""Fuzzes one target inside this process: ``python -m fuzz.one TARGET [options of libFuzzer] FOLDER``."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["govreply"]):
    from fuzz.targets import TARGETS

if __name__ == "__main__":
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name].run)
    atheris.Fuzz()
