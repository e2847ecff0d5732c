"""The formats of ``govreply check``, one line each."""

from __future__ import annotations

from govreply.reports.base import OpenReport
from govreply.reports.json import JsonReport
from govreply.reports.text import TextReport

FORMATS: dict[str, OpenReport] = {
    "text": TextReport,
    "json": JsonReport,
}
