"""Which language the command line speaks: the last ``--lang`` of the arguments, else ``GOVREPLY_LANG``, else Chinese.

It is settled before anything else is parsed, so that help and usage errors are in it wherever ``--lang`` stands.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextvars import ContextVar

from govreply.language import Bilingual, Language

OPTION = "--lang"
VARIABLE = "GOVREPLY_LANG"
NO_PLUGINS = "--no-plugins"  # settled as early, see cli.extensions

_chosen: ContextVar[Language] = ContextVar("language", default=Language.ZH)
_chosen_by: ContextVar[str | None] = ContextVar("chosen_by", default=None)


class UnknownLanguageError(Exception):
    """``--lang`` or ``GOVREPLY_LANG`` names no language; the message is in both languages."""

    def __init__(self, where: str, value: str) -> None:
        known = "|".join(Language)
        super().__init__(f"{where} 的值 {value!r} 无效，可用：{known} / invalid value {value!r}; use {known}")


def settle(arguments: Sequence[str]) -> None:
    """Choose the language for this run.

    Raises:
        UnknownLanguageError: if the choice names no language.
    """
    where, value = _wanted(arguments)
    _chosen_by.set(where if value else None)
    try:
        _chosen.set(Language(value) if value else Language.ZH)
    except ValueError as error:
        raise UnknownLanguageError(where, value) from error


def is_chosen(*, by_option: bool = False) -> bool:
    """Whether the user has chosen the language of this run, by the option or the variable."""
    return _chosen_by.get() == OPTION if by_option else _chosen_by.get() is not None


def speak(language: Language) -> None:
    """Speak `language` from here on."""
    _chosen.set(language)


def current() -> Language:
    """The language of this run."""
    return _chosen.get()


def say(zh: str, en: str) -> str:
    """The text in the language of this run."""
    return Bilingual(zh, en).within(current())


def _wanted(arguments: Sequence[str]) -> tuple[str, str]:
    where, value = VARIABLE, os.environ.get(VARIABLE, "")
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith(OPTION + "="):
            where, value = OPTION, argument.removeprefix(OPTION + "=")
        elif argument == OPTION and at + 1 < len(arguments):
            where, value = OPTION, arguments[at + 1]
    return where, value
