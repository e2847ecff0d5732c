"""What stands below the body: signature, date, contacts, disclosure mark, copies, print line."""

from __future__ import annotations

import datetime
from typing import Any, Final

from hypothesis import strategies as st

from govreply.testing.letter import Person
from govreply.testing.strategies.pools import COPIES, OUTLOOK, PERSONS, THANKS, Office
from govreply.testing.surface import ContactLayout, DateForm

pick = st.sampled_from

ROLES: Final = (
    "联系人",
    "经办人",
    "承办人",
    "承办责任人",
    "分管领导",
    "主管领导",
    "具体承办人",
    "负责人",
    "联系人姓名",
)
# the mark and how it stands on its line
DISCLOSURES: Final = (
    ("此件公开发布", "（{value}）"),
    ("此件主动公开", "（{value}）"),
    ("此件依申请公开", "（{value}）"),
    ("此件不予公开", "（{value}）"),
    ("此件公开发布", "{value}"),
    ("主动公开", "公开属性：{value}"),
    ("依申请公开", "公开方式：{value}"),
    ("不予公开", "公开属性：{value}"),
    ("是", "是否同意公开：{value}"),
)
# a bare 公开 is a mark right below the date only; elsewhere it may be a button or the rest of a menu
BELOW_DATE: Final = ("公开", "{value}")


@st.composite
def signatures(draw: st.DrawFn, office: Office, year: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content and surface of signature and date."""
    organs: tuple[str, ...] = draw(pick(((office.name,), (office.name,), (office.name, office.partner), ())))
    day = draw(st.one_of(st.none(), *[st.dates(datetime.date(year, 1, 1), datetime.date(year, 12, 28))] * 4))
    form = draw(pick(DateForm))
    if day is not None and form is DateForm.RUN and day.month > 9 and day.day > 9:
        form = DateForm.PLAIN  # eight digits are a date that is read
    return {"signature": organs, "date": day}, {
        "date": form,
        "seal": draw(pick(("", "", "", "（盖章）"))) if len(organs) == 1 else "",
        "organ_gap": draw(pick((None, "  ", "　　"))) if len(organs) > 1 else None,
        "signature_line": draw(pick((None, None, "　　", "    ")))
        if len(organs) == 1 and form is not DateForm.RUN
        else None,
    }


@st.composite
def contacts(draw: st.DrawFn, office: Office) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content and surface of the contact block."""
    people = []
    names = iter(draw(st.permutations(PERSONS)))
    layout = draw(pick(ContactLayout))
    many = 2 if layout not in (ContactLayout.OPEN_BRACKET,) else 1
    for role in draw(st.lists(pick(ROLES), max_size=many, unique=True)):
        count = draw(pick((1, 1, 1, 2))) if layout in (ContactLayout.LINES, ContactLayout.ONE_LINE) else 1
        phones = draw(st.lists(_phones(office), max_size=2, unique=True).map(tuple))
        extension = (
            f"{draw(st.integers(100, 9999))}"
            if len(phones) == 1 and "-" in phones[0] and draw(st.integers(0, 5)) == 0
            else None
        )
        people.append(
            Person(role=role, names=tuple(next(names) for _ in range(count)), phones=phones, extension=extension)
        )
    postcode = office.postcode if draw(st.integers(0, 3)) == 0 else None
    units = draw(pick(((), (), (("联系单位", "综合科"),))))  # an office is no contact
    return {"people": tuple(people), "postcode": postcode, "contacts": units}, {
        "contact_layout": layout,
        "contacts_first": draw(st.integers(0, 3)) == 0,
        "contact_label_gap": draw(pick(("", "", "", " "))),
        "phone_label": draw(pick(("联系电话", "电话", "联系方式"))),
        "phone_dash": draw(pick(("-", "-", "—", "——", "－"))),
    }


@st.composite
def _phones(draw: st.DrawFn, office: Office) -> str:
    if draw(st.integers(0, 4)) == 0:
        return f"13{draw(st.integers(100000000, 999999999))}"
    number = f"{office.dialling}{draw(st.integers(1000, 9999))}"
    return number if draw(st.integers(0, 4)) else number.split("-")[1]


@st.composite
def ends(draw: st.DrawFn, office: Office, dated: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Content and surface of next steps, thanks, disclosure mark and copies."""
    copies = draw(st.lists(pick(COPIES), max_size=3, unique=True).map(tuple))
    marked = draw(st.one_of(st.none(), st.none(), pick((*DISCLOSURES, *([BELOW_DATE] if dated else [])))))
    return {
        "outlook": draw(st.lists(pick(OUTLOOK), max_size=1).map(tuple)),
        "thanks": tuple(sorted(draw(st.lists(pick(THANKS), max_size=2, unique=True)), key=THANKS.index)),
        "disclosure": marked and marked[0],
        "attachments": draw(pick(((), (), (), ("实施方案", "责任清单"), ("年度工作计划",)))),
        "copies": copies,
    }, {
        "disclosure": marked[1] if marked else "（{value}）",
        "disclosure_before": draw(st.integers(0, 5)) == 0 and marked is not BELOW_DATE,
        "copies": draw(pick(("抄送：{list}。", "抄  送：{list}", "抄送：{list}"))),
        "copy": draw(pick(("{name}", "{name}", "{name}（2份）"))),
        "copies_separator": draw(pick(("、", "，", "；"))),
        "print_line": draw(pick(("", "", f"{office.name}办公室　　2023年7月2日印发"))) if copies else "",
    }
