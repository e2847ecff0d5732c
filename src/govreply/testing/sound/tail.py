"""End of a sound letter and the page around it: conclusion, signature, contacts, marks, copies, metadata."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any, Final

from govreply.testing.letter import Letter, Person
from govreply.testing.sound.fill import fill
from govreply.testing.sound.plain import CLOSING, DONE, LIMITED, OUTLOOK, PERSONS, PLANNED, REFERENCE, THANKS
from govreply.testing.sound.scene import Scene
from govreply.testing.surface import ContactLayout, DateForm
from govreply.testing.wording import title_of

Fields = dict[str, Any]

_CONCLUSIONS: Final = {"A": DONE, "B": PLANNED, "C": (*LIMITED, *REFERENCE), "D": REFERENCE}
_ROLES: Final = ("联系人", "经办人", "承办人", "分管领导")
_PUBLIC_MARKS: Final = (
    ("此件公开发布", "（{value}）"),
    ("此件主动公开", "（{value}）"),
    ("主动公开", "公开属性：{value}"),
)
_OTHER_MARKS: Final = (
    ("此件依申请公开", "（{value}）"),
    ("此件不予公开", "（{value}）"),
    ("依申请公开", "公开方式：{value}"),
)
_ATTACHMENTS: Final = ("年度实施方案", "责任分工清单", "有关数据一览表")
_AFTER: Final = ("【打印】【关闭】", "分享到：微信 微博", "上一篇：关于第99号建议的答复", "扫一扫在手机打开当前页")
_BEFORE: Final = ("当前位置：首页 > 政务公开 > 建议提案办理", "字号：大 中 小", "首页　新闻中心　政务公开　办事服务")


def meaning(mark: str | None) -> str | None:
    """The class as a letter: 甲 is A."""
    return mark and {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}.get(mark, mark)


def draw_end(scene: Scene, mark: str | None, you: str, rng: Random) -> tuple[Fields, Fields]:
    """Content and surface from the conclusion to the print line."""
    conclusion = rng.choice(_CONCLUSIONS[meaning(mark) or rng.choice("ABC")])
    closing = rng.choice(CLOSING)
    office = scene.office
    day = scene.day
    content: Fields = {
        "outlook": tuple(fill(text, scene, rng, you) for text in (conclusion, rng.choice(OUTLOOK))),
        "thanks": tuple(fill(text, scene, rng, you) for text in (rng.choice(THANKS), closing) if text),
        "signature": (f"{office.name}办公室",) if office.name.endswith("人民政府") and rng.random() < 1 / 3 else None,
        "date": day,
        "attachments": tuple(rng.sample(_ATTACHMENTS, rng.randint(1, 2))) if rng.random() < 1 / 5 else (),
        "copies": _copies(scene, rng) if rng.random() < 3 / 4 else (),
    }
    look: Fields = {
        "date": rng.choice([DateForm.PLAIN] * 5 + [DateForm.SPACED, DateForm.PADDED, DateForm.HAN]),
        "signature_line": rng.choice((None, None, None, "　　")),
        "seal": rng.choice(("", "", "", "（盖章）")),
        "copies": rng.choice(("抄送：{list}。", "抄  送：{list}", "抄送：{list}")),
        "copies_separator": rng.choice(("、", "，")),
        "copy": rng.choice(("{name}", "{name}", "{name}（2份）")),
        "print_line": "",
    }
    if content["copies"] and rng.random() < 1 / 2:
        printed = day + timedelta(rng.choice((0, 0, 1, 3)))
        look["print_line"] = f"{office.name}办公室　　{printed.year}年{printed.month}月{printed.day}日印发"
    people, contact_look = _contacts(scene, rng)
    return content | people, look | contact_look


def _copies(scene: Scene, rng: Random) -> tuple[str, ...]:
    if scene.office.national:
        return ("全国政协提案委员会",) if scene.proposal else ("全国人大常委会办公厅", "国务院办公厅")
    area = scene.answered
    assembly = (
        rng.choice((f"{area}政协提案委", f"{area}政协提案委员会"))
        if scene.proposal
        else f"{area}人大常委会代表工作委员会"
    )
    return (assembly, rng.choice((f"{scene.local}人民政府督查室", f"{scene.local}政府办公室")))


def _contacts(scene: Scene, rng: Random) -> tuple[Fields, Fields]:
    if scene.public and rng.random() < 1 / 4:
        return {"contacts": (), "people": ()}, {}
    count = rng.choice((1, 1, 2))
    layout = rng.choice((ContactLayout.LINES, ContactLayout.ONE_LINE, ContactLayout.COMBINED, ContactLayout.BRACKETS))
    roles = rng.sample(_ROLES, count)
    people = tuple(
        Person(
            role=role,
            names=(name,),
            phones=(_phone(scene, rng),),
            extension=f"{rng.randint(100, 999)}" if rng.random() < 1 / 8 else None,
        )
        for role, name in zip(roles, rng.sample(PERSONS[17:], count), strict=True)
    )
    units = (("联系单位", "综合科"),) if rng.random() < 1 / 5 else ()
    postcode = scene.office.postcode if rng.random() < 1 / 3 else None
    return {"contacts": units, "people": people, "postcode": postcode}, {
        "contact_layout": layout,
        "contacts_first": rng.random() < 1 / 4,
        "phone_label": rng.choice(("联系电话", "电话")),
        "phone_dash": rng.choice(("-", "-", "—")),
    }


def _phone(scene: Scene, rng: Random) -> str:
    if not scene.public and rng.random() < 1 / 8:
        return f"139{rng.randint(10**7, 10**8 - 1)}"
    local = f"{rng.choice('25678')}{rng.randint(10 ** (scene.office.digits - 2), 10 ** (scene.office.digits - 1) - 1)}"
    return f"{scene.office.dialling}-{local}" if rng.random() < 4 / 5 else local


def draw_page(scene: Scene, letter: Letter, rng: Random) -> tuple[Letter, bool]:
    """The letter with what makes it public, and whether it is a web page."""
    look = letter.surface
    if not scene.public:
        mark = rng.choice((None, *_OTHER_MARKS))
        return letter.but(
            disclosure=mark and mark[0], surface=look.but(disclosure=mark[1] if mark else look.disclosure)
        ), False
    marked = rng.random() < 1 / 2
    value, form = rng.choice(_PUBLIC_MARKS)
    letter = letter.but(disclosure=value if marked else None, surface=look.but(disclosure=form))
    web = rng.random() < 1 / 2
    if web or not marked or rng.random() < 1 / 4:
        letter = _on_a_page(scene, letter, rng)
    return letter, web


def _on_a_page(scene: Scene, letter: Letter, rng: Random) -> Letter:
    published = scene.day + timedelta(rng.randint(1, 20))
    pairs = [("索引号", f"K{rng.randint(100, 999)}/{scene.year}-{rng.randint(10000, 99999)}")]
    more = [
        ("发布机构", scene.office.name),
        ("发布日期", published.isoformat()),
        ("成文日期", scene.day.isoformat()),
        ("标题", title_of(letter)),
        ("文号", (letter.document_number or "").replace("〔", "[").replace("〕", "]")),
        ("公开方式", "主动公开"),
    ]
    pairs += [pair for pair in more if rng.random() < 2 / 3]
    look = letter.surface.but(
        metadata_style=rng.choice(("pipe", "lines")),
        before=tuple(rng.sample(_BEFORE, rng.randint(0, 1))),
        after=tuple(rng.sample(_AFTER, rng.randint(0, 2))),
    )
    return letter.but(metadata=tuple(pairs), surface=look)
