"""Profiles: what is shipped, how one extends another, what is refused, and which one a document gets."""

from __future__ import annotations

import pickle
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

from govreply import api
from govreply.cli.profile_words import LABELS
from govreply.model import Body
from govreply.profiles import Profile, ProfileError, choose, load
from govreply.profiles.load import MEANINGS, names
from govreply.testing import Letter

DOCS = Path(__file__).parents[1] / "docs"
every_profile = pytest.mark.parametrize("name", names())


def _own(tmp_path: Path, text: str) -> str:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _file(name: str) -> dict[str, object]:
    return tomllib.loads(files("govreply.profiles").joinpath(f"{name}.toml").read_text("utf-8"))


@every_profile
def test_each_shipped_profile_loads_and_says_what_it_is(name: str) -> None:
    profile = load(name)
    assert profile.name == name
    assert re.search("[一-鿿]", profile.title)
    assert re.fullmatch(r"[ -~]+", profile.title_en)
    assert profile.grounds


@every_profile
def test_each_shipped_profile_holds_what_its_file_says(name: str) -> None:
    profile = load(name)
    for key, value in _file(name).items():
        if key == "extends":
            continue
        held = getattr(profile, key)
        if isinstance(value, dict):
            assert {k: held[k] for k in value} == {k: tuple(v) for k, v in value.items()}
        else:
            assert held == (tuple(value) if isinstance(value, list) else value)


def test_no_two_profiles_claim_one_place() -> None:
    claimed = [unit for name in names() for unit in (*load(name).places, *load(name).organs)]
    assert len(claimed) == len(set(claimed))


# the table of class meanings, by place
CLASSES = {
    "national": ("under_way planned", "limits", "reference"),
    "boshan": ("under_way planned", "limits", "reference"),
    "zhejiang-fisheries": ("partly planned", "limits reference rejected", None),
    "gansu": ("planned", "reference", None),
    "foping": ("planned", "reference", None),
    "yunnan": ("planned", "reference", None),
    "jiangxi": ("planned", "reference", None),
    "kunming": ("planned", "limits", None),
    "planned-c": ("under_way", "planned", "limits reference explained"),
    "qinyang": ("under_way planned", "limits", None),
    "suzhou": ("under_way planned", "limits", None),
    "hebei": ("under_way planned", "limits explained", None),
    "ningbo": ("partly planned", "limits", "reference"),
    "hubei": ("under_way", "planned", "reference"),
    "chongqing": ("planned", "limits reference", None),
    "wuhan": ("planned", "limits explained", None),
    "xiamen": ("planned", "rejected", None),
}


@pytest.mark.parametrize(("name", "meanings"), CLASSES.items(), ids=CLASSES)
def test_class_meanings(name: str, meanings: tuple[str | None, ...]) -> None:
    classes = load(name).classes
    assert [" ".join(classes[c]) if c in classes else None for c in "BCD"] == list(meanings)


def test_classes_read_for_one_assembly_do_not_hold_for_the_other() -> None:
    assert load("kunming").classes_for(Body.CPPCC)["A"] == ("solved", "partly")
    assert load("kunming").classes_for(Body.NPC) == {}
    assert load("kunming").classes_for(None) == {}
    assert load("foping").classes_for(None)["C"] == ("reference",)


def test_a_profile_keeps_what_it_extends_and_adds_to_its_tables(tmp_path: Path) -> None:
    own = load(_own(tmp_path, 'extends = "wuhan"\nreply_months = 2\n[required_fields]\n"走访" = ["走访地点"]\n'))
    assert own.name == "own"
    assert own.reply_months == 2
    assert own.effect_classes["等待时机"] == ("B",)
    assert own.required_fields == {"见面": ("见面地点",), "走访": ("走访地点",)}
    assert own.places == ()  # of Wuhan itself
    assert {"reply_months", "required_fields", "effect_classes"} <= own.own
    assert load("kunming").own.isdisjoint({"effect_classes", "reply_months"})


def test_classes_are_replaced_as_a_whole(tmp_path: Path) -> None:
    own = load(_own(tmp_path, 'extends = "national"\n[classes]\nA = ["solved"]\nB = ["planned"]\n'))
    assert set(own.classes) == {"A", "B"}


REFUSED = {
    "key": ("require_class = true", "require_class", "requires_class"),
    "letter": ('[classes]\nE = ["solved"]', "E", "A, B, C, D"),
    "meaning": ('[classes]\nA = ["sovled"]', "sovled", "solved"),
    "assembly": ('class_bodies = ["cpcc"]', "cpcc", "cppcc"),
    "truth": ("requires_class = 1", "requires_class", "true or false"),
    "number": ('reply_months = "3"', "reply_months", "whole number"),
    "zero": ("reply_months = 0", "reply_months", "above zero"),
    "list": ('places = "武汉市"', "places", "list of texts"),
    "table": ('organ_codes = ["武环"]', "organ_codes", "table"),
    "text": ("title = 3", "title", "a text"),
    "extends": ("extends = 3", "extends", "name of a profile"),
    "parent": ('extends = "wuhn"', "wuhn", "wuhan"),
    "no-toml": ("title =", "own.toml", "no TOML"),
}


@pytest.mark.parametrize(("text", "wrong", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_no_profile_holds_is_refused_by_name(tmp_path: Path, text: str, wrong: str, hint: str) -> None:
    with pytest.raises(ProfileError) as refused:
        load(_own(tmp_path, text))
    assert wrong in refused.value.words.zh
    assert wrong in refused.value.words.en
    assert hint in refused.value.words.en


def test_a_file_that_is_not_there_or_extends_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"none\.toml"):
        load(str(tmp_path / "none.toml"))
    path = tmp_path / "own.toml"
    path.write_text(f'extends = "{path.as_posix()}"', encoding="utf-8")
    with pytest.raises(ProfileError, match="extends itself"):
        load(path.as_posix())


def test_a_refusal_can_be_handed_to_another_process() -> None:
    with pytest.raises(ProfileError) as refused:
        load("wuhn")
    assert pickle.loads(pickle.dumps(refused.value)).words == refused.value.words


CHOSEN = {
    "city": (Letter(), "wuhan"),
    "named-assembly": (Letter(assembly="昆明市政协", issuer="昆明市水务局"), "kunming"),
    "of-the-province": (Letter(assembly="省政协"), "hubei"),
    "of-a-district": (Letter(assembly="区政协", issuer="武汉市江岸区水务和湖泊局"), "default"),
    "district-for-its-city": (Letter(assembly="市政协", issuer="武汉市江岸区水务和湖泊局"), "wuhan"),
    "national": (Letter(assembly="全国政协", issuer="教育部"), "national"),
    "county": (Letter(assembly="县人大", issuer="佛坪县水利局", kind_word="建议", honorific="代表"), "foping"),
    "namesake-district": (Letter(assembly="区政协", issuer="天津市河北区教育局"), "default"),
    "unknown": (Letter(assembly="市政协", issuer="某某市水务局"), "default"),
    "organ": (Letter(assembly="省政协", issuer="浙江省海洋与渔业局"), "zhejiang-fisheries"),
}


@pytest.mark.parametrize(("letter", "name"), CHOSEN.values(), ids=CHOSEN)
def test_a_document_gets_the_profile_of_its_place(letter: Letter, name: str) -> None:
    assert api.check(letter.to_markdown(), "letter.md").profile == name


def test_short_names_select_a_place_but_not_its_namesakes() -> None:
    assert choose("重庆").name == "chongqing"
    assert choose("河北区").name == "default"
    assert choose("恩施州").name == "default"
    assert choose(None).name == "default"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_documentation_lists_every_key_and_meaning(language: str) -> None:
    page = (DOCS / language / "profiles.md").read_text(encoding="utf-8")
    told = {word for row in re.findall(r"^\|(.+?)\|", page, re.MULTILINE) for word in re.findall(r"`(\w+)`", row)}
    keys = {a.name for a in attrs.fields(Profile)} - {"name", "own"}
    assert told == keys | set(MEANINGS)
    assert set(LABELS) == keys


def test_the_example_of_the_documentation_loads(tmp_path: Path) -> None:
    for language in ("zh", "en"):
        page = (DOCS / language / "profiles.md").read_text(encoding="utf-8")
        (example,) = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        assert load(_own(tmp_path, example)).requires_class
