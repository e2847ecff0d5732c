"""Values with where they come from."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from govreply.config.keys import Key


class OriginKind(StrEnum):
    """Where a value comes from, the strongest first."""

    COMMAND_LINE = "command-line"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@frozen
class Origin:
    """Where a value comes from.

    Attributes:
        name: the option, the variable, or the absolute path of the file. find_line: looks for the line in the file, from 1.
    """

    kind: OriginKind
    name: str = ""
    find_line: Callable[[], int | None] = field(default=lambda: None, repr=False, eq=False)


@frozen
class Value:
    """A value and its origin."""

    value: Any
    origin: Origin


Layer = dict[Key, Value]
"""Values by the paths of their keys; those of a stronger layer are put over those of a weaker one."""
