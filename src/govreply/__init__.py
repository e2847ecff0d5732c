"""Chinese official replies (答复) to proposals and suggestions, as typed objects with positions, and their consistency.

Importing this package does no work: each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govreply.version import __version__

if TYPE_CHECKING:
    from govreply.api import check, check_file, check_many, parse, parse_file
    from govreply.errors import Cause, GovreplyError, UnreadableError, UsageError
    from govreply.findings import Finding, Result, Severity, Verdict
    from govreply.language import Language
    from govreply.limits import Limits
    from govreply.model import Reply
    from govreply.profiles import Profile
    from govreply.records import findings_to_records
    from govreply.rules.base import Problem, Rule
    from govreply.source import Source
    from govreply.span import Span

__all__ = [
    "Cause",
    "Finding",
    "GovreplyError",
    "Language",
    "Limits",
    "Problem",
    "Profile",
    "Reply",
    "Result",
    "Rule",
    "Severity",
    "Source",
    "Span",
    "UnreadableError",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "check_file",
    "check_many",
    "findings_to_records",
    "parse",
    "parse_file",
]

_HOMES = {
    "api": ("check", "check_file", "check_many", "parse", "parse_file"),
    "errors": ("Cause", "GovreplyError", "UnreadableError", "UsageError"),
    "findings": ("Finding", "Result", "Severity", "Verdict"),
    "language": ("Language",),
    "limits": ("Limits",),
    "model": ("Reply",),
    "profiles": ("Profile",),
    "records": ("findings_to_records",),
    "rules.base": ("Problem", "Rule"),
    "source": ("Source",),
    "span": ("Span",),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"govreply.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'govreply' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
