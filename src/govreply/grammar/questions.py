"""Which question a group of boxes asks: by its label and by its options."""

from __future__ import annotations

from govreply.grammar.ticks import answers
from govreply.lexicon.fold import fold
from govreply.model import ChoiceName, Option
from govreply.patterns import compile_pattern

_CONTACT = compile_pattern(
    r"沟通|走访|面商|面谈|见面|听取意见|联系(?:情况|方式|形式|代表|委员)|协商(?:形式|方式|情况)|征求意见(?:方式|情况)|会面|座谈"
)
_SCORES = compile_pattern(r"（.{1,30}$|[（〔].{0,30}[）〕]|[0-9]{1,3}(?:分|-|～).{0,12}")
_MULTIPLE = compile_pattern(r"多选|多项|不限")
_PLAIN_GRADES = {"好", "较好", "很好", "一般", "差", "较差", "优", "良", "中", "优秀", "良好", "合格", "不合格"}


def name_of(label: str, options: list[Option]) -> ChoiceName:
    """The question that a group asks.

    Grades of 满意 or 理解 make a rating, unless the label speaks of 态度; other options leave it to the label.
    """
    words = [_SCORES.sub("", fold(o.label.text)) for o in options]
    kinds = [answers().get(w) for w in words]
    grades = sum(k == "grade" and w not in _PLAIN_GRADES for k, w in zip(kinds, words, strict=True))
    if "态度" in label:
        return ChoiceName.ATTITUDE
    if grades >= 2 or (grades and len(options) == 1):
        return ChoiceName.RATING
    if _CONTACT.search(label):
        return ChoiceName.CONTACT_BEFORE
    if "公开" in label or any("公开" in w for w in words):
        return ChoiceName.DISCLOSURE
    if "办理效果" in label or sum(k == "effect" for k in kinds) >= 2:
        return ChoiceName.EFFECT
    if "满意" in label or (sum(w in _PLAIN_GRADES for w in words) >= 2 and ("评价" in label or "测评" in label)):
        return ChoiceName.RATING
    return ChoiceName.OTHER


def is_multiple(label: str, name: ChoiceName) -> bool:
    """Whether a form allows more than one tick: it says so, or it asks how they met."""
    return bool(_MULTIPLE.search(label)) or name is ChoiceName.CONTACT_BEFORE
