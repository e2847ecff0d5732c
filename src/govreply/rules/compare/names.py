"""Names of people and of the organisations that hand in proposals."""

from __future__ import annotations

from govreply.lexicon.fold import fold
from govreply.lexicon.parties import find_party

_DOTS = "·•・‧．."
_ANONYMOUS = ("某", "×", "X", "x", "*", "＊", "〇", "○", "Ｘ")
_LEAST_NAME = 3
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


def one_sign_apart(left: str, right: str) -> bool:
    """Whether two plain names of three signs or more differ in exactly one sign, and both signs are in common use.

    Traditional and variant characters are left out: they may be another writing of the same sign.
    """
    if len(left) != len(right) or len(left) < _LEAST_NAME:
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(apart) == 1 and all(_is_common(sign) for sign in apart[0])


def _is_common(sign: str) -> bool:
    """Whether a sign belongs to the simplified character set GB 2312."""
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def is_party(name: str) -> bool:
    """Whether the name denotes a party or people's organisation."""
    return find_party(fold(name)) is not None


def _without_title(name: str) -> str:
    for title in _TITLES:
        if name.endswith(title) and len(name) > len(title) + 1:
            return name.removesuffix(title)
    return name
