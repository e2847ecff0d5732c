"""Why an input could not be read, as values and as exceptions.

Content never raises (a document that is no reply is still read); only unreadable bytes and passed limits do.
"""

from __future__ import annotations

import traceback
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from govreply.language import Bilingual

_Choice = TypeVar("_Choice", bound=StrEnum)


class Cause(StrEnum):
    """The closed list of reasons why an input was not read. The values stand in every report."""

    NOT_FOUND = "not-found"
    NO_ACCESS = "no-access"
    CHANGED = "changed"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    ENCODING = "encoding"
    CORRUPT = "corrupt"
    ENCRYPTED = "encrypted"
    NEEDS_OCR = "needs-ocr"
    LIMIT = "limit"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"


class GovreplyError(Exception):
    """Base of every exception that govreply raises on purpose."""


class UnreadableError(GovreplyError):
    """An input could not be read.

    Attributes:
        name: the input's name as the caller gave it.
        cause: one of :class:`Cause`.
        detail: what was found, in English, without advice; reports add the advice in the user's language.
    """

    def __init__(self, name: str, cause: Cause, detail: str) -> None:
        super().__init__(f"{name}: {cause.value}: {detail}")
        self.name = name
        self.cause = cause
        self.detail = detail

    def __reduce__(self) -> tuple[type[UnreadableError], tuple[str, Cause, str]]:
        return type(self), (self.name, self.cause, self.detail)


class UsageError(GovreplyError):
    """The caller asked for something that does not exist, such as an unknown rule or field; the message says what does."""


class UnknownValueError(UsageError, ValueError):
    """A language or severity that does not exist; a ``ValueError`` as well, which is what it used to be alone."""


class BilingualError(GovreplyError):
    """An exception whose message a user reads.

    Attributes:
        words: the message in both languages; ``str`` of the exception is the English one.
    """

    def __init__(self, words: Bilingual) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.words,)


class BilingualUsageError(BilingualError, UsageError):
    """A :class:`UsageError` whose message a user reads, such as one about a file that the user wrote."""


def one_of(kind: type[_Choice], value: str, name: str) -> _Choice:
    """The member of `kind` that `value` is or denotes; `name` is what the caller calls it.

    Raises:
        UnknownValueError: if there is none; the message says which there are.
    """
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise UnknownValueError(f"{name} cannot be {value!r}; use one of: {known}") from None


def fault(error: BaseException) -> str:
    """A fault of the program and where it happened; one from another process has no place any more."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return repr(error)
    return f"{error!r} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
