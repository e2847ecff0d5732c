"""A hostile file and what must come of it, written down by hand."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from govreply.errors import Cause
from govreply.limits import DEFAULT_LIMITS, Limits


@frozen
class Refused:
    """The file is not read, for this cause; the detail holds `words`."""

    cause: Cause
    words: str = ""


@frozen(kw_only=True)
class Read:
    """The file is read.

    Attributes:
        holds: pieces of the text that is read. lacks: what must not be in it.
        reply: whether it is taken for a reply.
        number: of the matter; ``None`` where nothing is expected of it.
        told: codes of diagnostics and names of rules that must speak.
    """

    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    reply: bool = False
    number: str | None = None
    told: tuple[str, ...] = ()


@frozen
class Hostile:
    """A file made by a script.

    Attributes:
        name: unique; with the ending under which the file comes.
        data: makes its bytes, which may be many.
        limits: the defaults, or smaller ones where the default would only cost time.
        in_worker: read in a process of its own, as command lines do with a batch, since what happens is the worker's end.
    """

    name: str
    data: Callable[[], bytes]
    outcome: Refused | Read
    limits: Limits = field(default=DEFAULT_LIMITS)
    in_worker: bool = False


def given(data: bytes) -> Callable[[], bytes]:
    """Makes bytes that are there already."""
    return lambda: data


def times(piece: bytes, count: int) -> Callable[[], bytes]:
    """Makes `piece` so many times over."""
    return lambda: piece * count
