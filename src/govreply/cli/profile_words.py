"""How the commands on profiles say what a profile holds, in both languages."""

from __future__ import annotations

from typing import Any

from govreply.cli.command import Refusal
from govreply.cli.language import current, say
from govreply.language import Bilingual, Language
from govreply.profiles import Profile, ProfileError, load
from govreply.profiles.load import MEANINGS

LABELS: dict[str, Bilingual] = {
    "title": Bilingual("名称", "title"),
    "title_en": Bilingual("英文名称", "title in English"),
    "places": Bilingual("适用的地方", "places that select it"),
    "organs": Bilingual("适用的机关", "issuers that select it"),
    "grounds": Bilingual("依据", "grounds"),
    "classes": Bilingual("类别含义", "meaning of the classes"),
    "class_bodies": Bilingual("类别适用于", "classes hold for items of"),
    "classes_lettered": Bilingual("字母本身见于依据", "the letters themselves were read"),
    "requires_class": Bilingual("须标类别", "a class mark is required"),
    "effect_classes": Bilingual("办理效果选项对应的类别", "classes that go with the effect boxes"),
    "required_fields": Bilingual("表格必填栏", "cells that must be filled"),
    "requires_contact": Bilingual("须有联系人", "a contact is required"),
    "form_signature": Bilingual("表须签名或署日期", "the form must be signed or dated"),
    "form_before_reply": Bilingual("先送初稿征求意见", "a draft is rated before the reply"),
    "form_return_working_days": Bilingual("反馈期限（工作日）", "working days to return the form"),
    "reply_months": Bilingual("答复期限（月）", "months to reply"),
    "extension_months": Bilingual("可延期（月）", "months of extension"),
    "cohandler_months": Bilingual("会办期限（月）", "months for co-handlers"),
    "rereply_months": Bilingual("再次答复期限（月）", "months to answer again"),
    "refusal_days": Bilingual("退办期限（日）", "days to refuse the assignment"),
    "copies_to_cohandlers": Bilingual("须抄送会办单位", "co-handlers must be copied"),
    "expected_copies": Bilingual("通常抄送", "usual copies"),
    "organ_codes": Bilingual("机关代字", "organ codes"),
}
_BODIES = {"cppcc": Bilingual("政协", "CPPCC"), "npc": Bilingual("人大", "People's Congress")}


def found(name: str) -> Profile:
    """The profile `name`.

    Raises:
        Refusal: if there is none, or it cannot be used.
    """
    try:
        return load(name)
    except ProfileError as error:
        raise Refusal(error.words.within(current())) from error


def title_of(profile: Profile) -> str:
    """Its title in the language of this run; one without an English title keeps its own."""
    return profile.title if current() is Language.ZH else profile.title_en or profile.title


def label_of(key: str) -> str:
    """What a key is called."""
    return LABELS[key].within(current())


def lines_of(key: str, value: Any) -> list[str]:
    """A value, a line for each entry."""
    if isinstance(value, dict):
        return [f"{_word(key, name)}{say('：', ': ')}{_listed(key, inner)}" for name, inner in value.items()]
    if isinstance(value, tuple):
        return [_word(key, item) for item in value]
    return [say("是", "yes") if value is True else str(value)]


def plain(profile: Profile) -> dict[str, Any]:
    """The profile as JSON has it: its name and the keys of its file."""
    return {"name": profile.name} | {key: _thawed(value) for key, value in profile.values().items()}


def _listed(key: str, words: tuple[str, ...]) -> str:
    if key == "classes":
        return say("、", ", ").join(MEANINGS[word].within(current()) for word in words)
    return "、".join(words)


def _word(key: str, word: str) -> str:
    return _BODIES[word].within(current()) if key in ("class_bodies", "expected_copies") else word


def _thawed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: list(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value
