"""Topics (案由) of a proposal: compared without quotes, blanks, widths and the wrapping 关于 … 的建议."""

from __future__ import annotations

import unicodedata

from govreply.lexicon.fold import fold

_QUOTES = frozenset("“”‘’\"'《》〈〉「」『』")
_STARTS = ("关于", "对")
_ENDS = ("建议", "提案", "议案", "建议案", "意见", "的")


def core(topic: str) -> str:
    """The topic's own characters: no quotes, blanks or punctuation, no 关于 in front and no 的建议 behind, however often."""
    return "".join(c for c in wording(topic) if not _is_punctuation(c))


def wording(topic: str) -> str:
    """As :func:`core`, with its punctuation in one width."""
    text = "".join(c for c in unicodedata.normalize("NFKC", topic) if c not in _QUOTES and not c.isspace())
    return _unwrapped(fold(text))


def cut_short(topic: str) -> bool:
    """Whether the topic was shortened by whoever wrote it (a page that cuts long lines)."""
    return topic.rstrip("”’》\"' ").endswith(("…", "..", "··"))


def _unwrapped(text: str) -> str:
    while True:
        shorter = text
        for start in _STARTS:
            shorter = shorter.removeprefix(start)
        for end in _ENDS:
            shorter = shorter.removesuffix(end)
        shorter = shorter.strip("，。、；：？！-")
        if shorter == text or not shorter:
            return text
        text = shorter


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith(("P", "S"))
