"""JSON Lines: one line a document, written as soon as it is known; each is an entry of ``documents`` in the JSON report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TextIO

from govreply.findings import Result, WaiverRemark
from govreply.language import Language
from govreply.reports.json import document


class JsonLinesReport:
    """Writes and flushes each line, so that whoever reads a pipe has it at once."""

    def __init__(self, out: TextIO, language: Language) -> None:
        self._out = out
        self._language = language

    def add(self, result: Result) -> None:
        """Write one line."""
        self._out.write(json.dumps(document(result, self._language), ensure_ascii=False) + "\n")
        self._out.flush()

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write nothing: there is no line that is not of a document."""
