"""Names of organs: when two of them denote one organ."""

from __future__ import annotations

from govreply.lexicon.fold import fold
from govreply.model import AgencyMention

# a county may have become a district or a city since the letterhead was made
_UNITS = frozenset("省市县区州盟旗")
_GOVERNMENT = ("人民政府", "政府办", "府办")


def same_organ(left: AgencyMention, right: AgencyMention) -> bool:
    """Whether two mentions can denote one organ, by full name or by a short name that the other one spells out."""
    if left.canonical and left.canonical == right.canonical:
        return True
    return any(_same_name(a, b) for a in _names(left) for b in _names(right))


def is_government(organ: AgencyMention) -> bool:
    """Whether it is a government or its office, which signs for its departments."""
    return any(word in name for name in _names(organ) for word in _GOVERNMENT)


def same_name(left: str, right: str) -> bool:
    """As :func:`same_organ`, for names without a known full form."""
    return _same_name(_plain(left), _plain(right))


def _names(organ: AgencyMention) -> list[str]:
    return [_plain(organ.text)] + ([_plain(organ.canonical)] if organ.canonical else [])


def _plain(name: str) -> str:
    return "".join(c for c in fold(name) if not c.isspace())


def _same_name(left: str, right: str) -> bool:
    ours, theirs = (("".join(c for c in name if c not in _UNITS)) for name in (left, right))
    shorter, longer = sorted((ours, theirs), key=len)
    # 发改委 abbreviates 发展和改革委员会: its signs occur there in order; 加挂牌子 puts one name inside the other
    return bool(shorter) and _spelled_out(shorter, longer)


def _spelled_out(short: str, full: str) -> bool:
    signs = iter(full)
    return all(sign in signs for sign in short)


_RIVALS = (
    (("经信", "经济和信息化"), ("工信", "工业和信息化")),
    (("自然资源和规划",), ("规划和自然资源",)),
)
"""Names of departments of which a place has only one."""


def rivals(left: str, right: str) -> bool:
    """Whether two names without their places belong to one department, which has either one or the other."""
    return any(
        (left.startswith(ours) and right.startswith(theirs)) or (right.startswith(ours) and left.startswith(theirs))
        for ours, theirs in _RIVALS
    )
