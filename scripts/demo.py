"""Checks documents with the command line, shows the findings and keeps them as text and as JSON.

Findings are what the demonstration is for, so exit codes 0 and 1 are a success. Wrong usage, a crash or a report that
does not cover each document is a failure.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

_ORDINARY = (0, 1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path, required=True, help="folder for report.txt and report.json")
    parser.add_argument("documents", nargs="+", help="shown in this order")
    options = parser.parse_args()
    options.report.mkdir(parents=True, exist_ok=True)

    as_json = _check(options.documents, "json")
    # an uncaught exception ends with 1, as findings do: only a whole report tells them apart
    read = json.loads(as_json)["documents"]
    if len(read) != len(options.documents):
        raise SystemExit(f"{len(options.documents)} documents were given, the report has {len(read)}")
    as_text = _check(options.documents, "text")

    (options.report / "report.json").write_text(as_json, encoding="utf-8")
    (options.report / "report.txt").write_text(as_text, encoding="utf-8")
    print(as_text)
    print(f"{options.report / 'report.txt'}  {options.report / 'report.json'}")
    return 0


def _check(documents: list[str], format_name: str) -> str:
    command = [sys.executable, "-m", "govreply", "check", "--format", format_name, *documents]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if done.returncode not in _ORDINARY or not done.stdout.strip():
        sys.stderr.write(done.stderr)
        raise SystemExit(f"{' '.join(command[1:4])} ended with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
