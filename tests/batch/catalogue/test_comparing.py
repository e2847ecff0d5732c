"""What a letter says in place of a cell of the catalogue."""

from __future__ import annotations

import pytest

from govreply import parse
from govreply.batch.catalogue.compare import differs
from govreply.batch.catalogue.fields import Field
from govreply.testing import Letter


@pytest.mark.parametrize("addressees", [("冉光辉",), ("冉光辉", "蒲晓琴", "王德海")])
def test_all_who_are_addressed_are_named(addressees: tuple[str, ...]) -> None:
    letter = Letter(addressees=addressees).to_markdown()
    differing = differs(Field.ADDRESSEE, "王小二代表", parse(letter))
    assert differing is not None
    assert differing.text == "、".join(addressees)
    assert letter[differing.span.start : differing.span.end] == "、".join(addressees)
    assert differs(Field.ADDRESSEE, f"{addressees[-1]}代表", parse(letter)) is None


@pytest.mark.parametrize(
    ("written", "signed"),
    [
        ("成都水务局", "成都市住房和城乡建设局"),
        ("四川教育厅", "四川省水利厅"),
        ("江岸财政局", "武汉市江岸区水务局"),
        ("武汉水务局", "武汉市江岸区教育局"),
        ("重庆财政局", "重庆市民政局"),
    ],
)
def test_another_organ_without_the_word_for_its_place(written: str, signed: str) -> None:
    differing = differs(Field.ISSUER, written, parse(Letter(issuer=signed, signature=(signed,)).to_markdown()))
    assert differing is not None
    assert differing.text == signed


@pytest.mark.parametrize(
    ("written", "signed"),
    [
        ("成都水务局", "成都市水务局"),
        ("成都住建局", "成都市住房和城乡建设局"),
        ("成都税务局", "国家税务总局成都市税务局"),
        ("四川水利厅", "四川省水利厅"),
        ("江岸水务局", "武汉市江岸区水务局"),
        ("武汉发改委", "武汉市发展和改革委员会"),
        ("武汉园林局", "武汉市园林和林业局"),
        # what is no plain name of an organ tells nothing
        ("某某", "成都市住房和城乡建设局"),
        ("市局", "成都市住房和城乡建设局"),
        ("本局", "成都市住房和城乡建设局"),
        ("有关委办局", "成都市住房和城乡建设局"),
        ("成都城建", "成都市住房和城乡建设局"),
        ("成都建委", "成都市住房和城乡建设局"),
        ("办公室", "成都市住房和城乡建设局"),
        ("张三", "成都市住房和城乡建设局"),
    ],
)
def test_short_names_of_the_organ_and_what_names_none(written: str, signed: str) -> None:
    letter = parse(Letter(issuer=signed, signature=(signed,)).to_markdown())
    assert differs(Field.ISSUER, written, letter) is None
