"""What is wrong with a configuration, in both languages."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

from govreply.errors import BilingualUsageError
from govreply.language import Bilingual

Refuse = Callable[[tuple[str, ...], Bilingual, str | None], "ConfigError"]
"""Makes the error for a key: its path, what is wrong, and the item of its list that is, if it is one."""


class ConfigError(BilingualUsageError):
    """A configuration cannot be used; ``words`` says where and why."""


def at(place: str, words: Bilingual) -> ConfigError:
    """The error for `words`, found at `place`."""
    return ConfigError(Bilingual(f"{place}：{words.zh}", f"{place}: {words.en}"))


def unknown(zh: str, en: str, name: str, known: Iterable[str], *, also: Iterable[str] = ()) -> Bilingual:
    """That there is no `name` of a kind, with the nearest of those that exist, or all where none is near and they are few.

    Args:
        zh, en: the kind. also: other words for what is `known`, which may be meant as well.
    """
    names = list(known)
    near = difflib.get_close_matches(name, [*names, *also], n=1, cutoff=0.6)
    words = Bilingual(f"没有{zh} {name}", f"no {en} {name}")
    if near:
        return Bilingual(f"{words.zh}；是否想写 {near[0]}？", f"{words.en}; did you mean {near[0]}?")
    if len(names) > _MOST_LISTED:
        return words
    return Bilingual(f"{words.zh}；可用：{'、'.join(names)}", f"{words.en}; there are: {', '.join(names)}")


_MOST_LISTED = 20
