"""What installed packages add to the command line, unless ``--no-plugins`` stands among the arguments.

It is settled before anything is parsed, as the formats that a package adds are among the words of ``--format``.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING

from govreply.cli.language import NO_PLUGINS

if TYPE_CHECKING:
    from govreply.plugins import Plugins
    from govreply.reports.base import OpenReport
    from govreply.rules.base import Rule

_wanted: ContextVar[bool] = ContextVar("plugins", default=True)


def settle(arguments: Sequence[str]) -> None:
    """Decide by the arguments of this run."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    _wanted.set(NO_PLUGINS not in before)


def plugins() -> Plugins:
    """What is taken in.

    Raises:
        PluginError: if a package's plugin cannot be used.
    """
    from govreply.plugins import NONE, installed  # only a command that needs it loads the rules

    return installed() if _wanted.get() else NONE


def all_rules() -> tuple[Rule, ...]:
    """Govreply's own rules over one document, and those of plugins."""
    return plugins().all_rules


def formats() -> dict[str, OpenReport]:
    """The formats of reports: govreply's own, and those of plugins under names of their own."""
    from govreply.reports.registry import FORMATS

    return {**plugins().reports, **FORMATS}
