"""Names of people and of the organisations that hand in proposals."""

from __future__ import annotations

from govreply.lexicon.fold import fold
from govreply.lexicon.parties import find_party

_DOTS = "·•・‧．."
_ANONYMOUS = ("某", "×", "X", "x", "*", "＊", "〇", "○", "Ｘ")
_TITLES = ("委员", "代表", "先生", "女士", "同志")


def plain_name(name: str) -> str:
    """A name without blanks and the dots inside the names of some nationalities, in the usual signs."""
    return "".join(c for c in fold(name) if not c.isspace() and c not in _DOTS)


def anonymised(name: str) -> bool:
    """Whether a published copy hides the name (李某, 李XX, 王**)."""
    return any(sign in name for sign in _ANONYMOUS)


def same_proposer(left: str, right: str) -> bool:
    """Whether two writings can denote one proposer: one party under two names, or one name inside the other (张三等5位)."""
    party, other = find_party(fold(left)), find_party(fold(right))
    if party and other:
        return party == other
    ours, theirs = _without_title(plain_name(left)), _without_title(plain_name(right))
    return bool(ours and theirs) and (ours in theirs or theirs in ours)


def is_party(name: str) -> bool:
    """Whether the name denotes a party or people's organisation."""
    return find_party(fold(name)) is not None


def _without_title(name: str) -> str:
    for title in _TITLES:
        if name.endswith(title) and len(name) > len(title) + 1:
            return name.removesuffix(title)
    return name
