"""A report with one line a document: its verdict and how many findings it has."""

from collections.abc import Sequence
from typing import TextIO

from govreply import Result
from govreply.findings import WaiverRemark
from govreply.reports.base import Setting


class CountReport:
    """Takes one result after the other."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, result: Result) -> None:
        """Write the line of one document."""
        self._stream.write(f"{result.verdict.value} {len(result.findings)} {result.name}\n")

    def close(self, remarks: Sequence[WaiverRemark] = ()) -> None:
        """Write what is to be said at the end."""
        self._stream.write(f"waivers to look at: {len(remarks)}\n")


def open_count(stream: TextIO, setting: Setting) -> CountReport:
    """The report on `stream`."""
    return CountReport(stream)
