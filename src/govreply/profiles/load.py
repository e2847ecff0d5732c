"""Loading profiles and choosing the one that fits a document's place."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import field, frozen

from govreply.language import Bilingual
from govreply.lexicon.places import short_name
from govreply.model import Body
from govreply.profiles.errors import ProfileError

DEFAULT: Final = "default"
SUFFIX: Final = ".toml"
MEANINGS: Final = {
    "solved": Bilingual("已解决或基本解决", "solved or basically solved"),
    "adopted": Bilingual("已采纳", "adopted"),
    "partly": Bilingual("部分解决", "partly solved"),
    "under_way": Bilingual("正在解决", "being solved"),
    "planned": Bilingual("列入计划", "planned"),
    "limits": Bilingual("受条件限制，暂不能解决", "cannot be solved for now"),
    "reference": Bilingual("留作参考", "kept for reference"),
    "explained": Bilingual("解释说明", "explained"),
    "rejected": Bilingual("不予采纳或不可行", "not adopted or not feasible"),
}
"""What a class mark can mean: the words that ``[classes]`` uses."""

LETTERS: Final = ("A", "B", "C", "D")
# what a profile says of itself; all else is handed on to those that extend it
_ITS_OWN: Final = frozenset({"title", "title_en", "places", "organs", "grounds"})
# a place has three classes or four, never those of another place besides its own
_REPLACED: Final = frozenset({"classes"})


@frozen(kw_only=True)
class Profile:
    """What a place prescribes. The keys of a profile's file are the attributes below, ``name`` and ``own`` left out.

    Attributes:
        name: file name without ending.
        title, title_en: what it is called, in Chinese and in English.
        places: full names of the units (武汉市) whose items select this profile; 全国 for the national bodies.
        organs: full names of the issuers that select it, before any place.
        grounds: where its contents were read.
        classes: class mark (A to D; 甲乙丙丁 map onto them) → what it means, in words of :data:`MEANINGS`.
        class_bodies: the assemblies (``cppcc``, ``npc``) for whose items the classes were read; empty for both.
        classes_lettered: whether the letters themselves were read; else only their number and meaning, in sentences.
        requires_class: whether each reply must bear a class mark.
        effect_classes: label of an effect box → class marks that agree with it (解决问题 → A).
        required_fields: word in the form's title → labels of cells that must be filled (见面 → 见面地点).
        requires_contact: whether each letter must name a contact.
        form_signature: whether a form must be signed or dated to be filed.
        form_before_reply: whether the proposer rates a draft before the reply is signed.
        form_return_working_days: days within which the form must come back, ``None`` where no limit is known.
        reply_months: months from the day of assignment within which the reply must be given, ``None`` for no limit.
        extension_months: months by which that may be put off.
        cohandler_months: months within which co-handlers give their opinion to the lead.
        rereply_months: months within which an item is answered again when the proposer is not content.
        refusal_days: days within which an organ may refuse the assignment.
        copies_to_cohandlers: whether the reply must be copied to the organs it was handled with.
        expected_copies: assembly (``cppcc``, ``npc``) → recipients that a reply is usually copied to.
        organ_codes: beginning of an organ code (机关代字) → names of the organs that use it, former names included.
        own: the keys that this profile or one it extends sets beyond what holds everywhere.
    """

    name: str
    title: str = ""
    title_en: str = ""
    places: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    classes: dict[str, tuple[str, ...]] = field(factory=dict)
    class_bodies: tuple[str, ...] = ()
    classes_lettered: bool = False
    requires_class: bool = False
    effect_classes: dict[str, tuple[str, ...]] = field(factory=dict)
    required_fields: dict[str, tuple[str, ...]] = field(factory=dict)
    requires_contact: bool = False
    form_signature: bool = False
    form_before_reply: bool = False
    form_return_working_days: int | None = None
    reply_months: int | None = None
    extension_months: int | None = None
    cohandler_months: int | None = None
    rereply_months: int | None = None
    refusal_days: int | None = None
    copies_to_cohandlers: bool = False
    expected_copies: dict[str, tuple[str, ...]] = field(factory=dict)
    organ_codes: dict[str, tuple[str, ...]] = field(factory=dict)
    own: frozenset[str] = frozenset()

    def classes_for(self, body: Body | None) -> dict[str, tuple[str, ...]]:
        """The meanings of the class marks on replies to items of `body`; empty where they are not known."""
        if self.class_bodies and (body is None or body.value not in self.class_bodies):
            return {}
        return self.classes

    def values(self) -> dict[str, Any]:
        """What it prescribes, by key, in the order of the file; what is not set is left out."""
        return {a.name: v for a in _KEYS.values() if (v := getattr(self, a.name)) not in (None, False, (), {}, "")}


_KEYS: Final = {a.name: a for a in attrs.fields(Profile) if a.name not in ("name", "own")}


@cache
def names() -> tuple[str, ...]:
    """The names of the profiles that come with the library."""
    return tuple(sorted(p.name.removesuffix(SUFFIX) for p in files(__package__).iterdir() if p.name.endswith(SUFFIX)))


def load(name: str) -> Profile:
    """The profile `name` with everything it extends; a name that ends in ``.toml`` is a file of the caller's own.

    Raises:
        ProfileError: if there is no such profile, or it holds a key or value that no profile has; the message names the
            nearest one that exists.
    """
    return _read(name) if name.endswith(SUFFIX) else _shipped(name)


@cache
def _shipped(name: str) -> Profile:
    return _read(name)


def choose(place: str | None, organ: str | None = None) -> Profile:
    """The profile of `organ` or of `place` (a name as in 武汉市), the default one where none is known.

    A unit inside a place follows other rules than the place, so only the place itself selects its profile.
    """
    by_organ, by_place = _index()
    name = by_organ.get(organ or "") or by_place.get(place or "") or DEFAULT
    return load(name)


@cache
def _index() -> tuple[dict[str, str], dict[str, str]]:
    profiles = [load(name) for name in names()]
    by_place = {short_name(place): p.name for p in profiles for place in p.places}
    by_place |= {place: p.name for p in profiles for place in p.places}
    return {organ: p.name for p in profiles for organ in p.organs}, by_place


def _read(name: str) -> Profile:
    values, own = _values(name, ())
    shown = Path(name).name.removesuffix(SUFFIX)
    return Profile(name=shown, own=frozenset(own), **{key: _frozen(value) for key, value in values.items()})


def _values(name: str, seen: tuple[str, ...]) -> tuple[dict[str, Any], set[str]]:
    """All values, and the keys that are set by another profile than the default one."""
    if name in seen:
        chain = " → ".join((*seen, name))
        raise ProfileError(Bilingual(f"配置 {name} 绕回了自身：{chain}", f"profile {name!r} extends itself: {chain}"))
    own = _parsed(name)
    parent = own.pop("extends", None)
    if parent is not None and not isinstance(parent, str):
        raise _wrong(name, "extends", Bilingual("配置名", "the name of a profile"))
    for key, value in own.items():
        _require(name, key, value)
    set_here = set(own) if name != DEFAULT else set()
    if parent is None:
        return own, set_here
    above, set_above = _values(parent, (*seen, name))
    merged = {key: value for key, value in above.items() if key not in _ITS_OWN}
    for key, value in own.items():
        adds = isinstance(value, dict) and key not in _REPLACED
        merged[key] = merged.get(key, {}) | value if adds else value
    return merged, set_here | (set_above - _ITS_OWN)


def _parsed(name: str) -> dict[str, Any]:
    try:
        if name.endswith(SUFFIX):
            text = Path(name).read_text(encoding="utf-8")
        elif name in names():
            text = files(__package__).joinpath(name + SUFFIX).read_text(encoding="utf-8")
        else:
            raise _unknown_profile(name)
        return tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(Bilingual(f"配置 {name} 读不了：{error}", f"cannot read profile {name}: {error}")) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        words = Bilingual(f"配置 {name} 不是 TOML：{error}", f"profile {name} is no TOML: {error}")
        raise ProfileError(words) from error


def _require(name: str, key: str, value: Any) -> None:
    """Refuse a key or value that no profile has."""
    if key not in _KEYS:
        raise _unknown(name, Bilingual("键", "key"), key, (*_KEYS, "extends"))
    default = _KEYS[key].default
    if isinstance(default, bool):
        fits, wanted = isinstance(value, bool), Bilingual("true 或 false", "true or false")
    elif isinstance(default, str):
        fits, wanted = isinstance(value, str), Bilingual("文字", "a text")
    elif isinstance(default, tuple):
        fits, wanted = _is_texts(value), Bilingual("文字的列表", "a list of texts")
    elif default is None:
        fits = isinstance(value, int) and not isinstance(value, bool) and value > 0
        wanted = Bilingual("正整数", "a whole number above zero")
    else:
        fits = isinstance(value, dict) and all(_is_texts(inner) for inner in value.values())
        wanted = Bilingual("一张表，每项是文字的列表", "a table of lists of texts")
    if not fits:
        raise _wrong(name, key, wanted)
    _require_words(name, key, value)


def _require_words(name: str, key: str, value: Any) -> None:
    """The closed lists: letters and meanings of classes, kinds of assemblies."""
    bodies = tuple(body.value for body in Body)
    if key == "classes":
        _all_known(name, Bilingual("类别", "class"), value, LETTERS)
        _all_known(name, Bilingual("类别含义", "meaning"), (w for words in value.values() for w in words), MEANINGS)
    elif key == "effect_classes":
        _all_known(name, Bilingual("类别", "class"), (w for words in value.values() for w in words), LETTERS)
    elif key in ("class_bodies", "expected_copies"):
        _all_known(name, Bilingual("会议", "assembly"), value, bodies)


def _all_known(name: str, what: Bilingual, found: Iterable[str], known: Iterable[str]) -> None:
    known = tuple(known)
    for word in found:
        if word not in known:
            raise _unknown(name, what, word, known)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return {key: tuple(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _unknown(name: str, what: Bilingual, word: str, known: Iterable[str]) -> ProfileError:
    known = tuple(known)
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    zh = f"；是否想写 {close[0]}？" if close else f"；可用：{'、'.join(known)}"
    en = f"; did you mean {close[0]}?" if close else f"; there are: {', '.join(known)}"
    return ProfileError(
        Bilingual(f"配置 {name} 里有不认识的{what.zh} {word}{zh}", f"profile {name}: no {what.en} {word!r} exists{en}")
    )


def _unknown_profile(name: str) -> ProfileError:
    close = difflib.get_close_matches(name, names(), n=1)
    zh = f"；是否想用 {close[0]}？" if close else f"；可用：{'、'.join(names())}"
    en = f"; did you mean {close[0]}?" if close else f"; there are: {', '.join(names())}"
    return ProfileError(Bilingual(f"没有名为 {name} 的地方规定{zh}", f"no profile named {name}{en}"))


def _wrong(name: str, key: str, wanted: Bilingual) -> ProfileError:
    return ProfileError(
        Bilingual(f"配置 {name} 的 {key} 应为{wanted.zh}", f"profile {name}: {key} must be {wanted.en}")
    )
