"""A contact's phone has the area code of a city that the issuing organ does not sit in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.regions import places_of, split_landline
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.seats import area_codes, seat

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each phone of the contacts with a foreign area code."""
    home = seat(reply)
    codes = area_codes(home) if home is not None else frozenset()
    if home is None or not codes:
        return
    for phone in (p for contact in reply.contacts for p in contact.phones):
        line = split_landline(phone.text)
        if line is None or line.code is None or line.code in codes or not places_of(line.code):
            continue
        elsewhere = "、".join(places_of(line.code))
        own = "、".join(sorted(codes)[:_MOST_SHOWN])
        yield Problem(
            span=phone.span,
            message=Bilingual(
                f"区号{line.code}属{elsewhere}，发文机关在{home.name}（区号{own}）",
                f"area code {line.code} belongs to {elsewhere}, but the issuer sits in {home.name} (area code {own})",
            ),
            related=(home.place,),
            suggestion=Bilingual("核对区号", "check the area code"),
        )


_MOST_SHOWN = 3


def violates() -> Iterable[Violates]:
    """Phones of another city."""
    from govreply.testing import Letter, Violates

    yield Violates(_with("0731-85550136"), at="0731-85550136", related=("武汉市水务局",), note="武汉单位写了长沙的区号")
    yield Violates(
        Letter(contacts=(("联系人及联系电话", "方晓岚，0710-3550136"),)),
        at="0710-3550136",
        related=("武汉市水务局",),
        note="写了同省另一个市的区号",
    )


def passes() -> Iterable[Passes]:
    """Codes that belong to the place."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="本市区号")
    yield Passes(
        _with("028-38550136").but(issuer="眉山市水利局", document_number="眉水函〔2023〕21号", number="117"),
        note="眉山与成都共用028",
    )
    yield Passes(
        _with("0717-6550136").but(issuer="湖北省水利厅", document_number="鄂水函〔2023〕21号", number="117"),
        note="省直单位驻在别的市",
    )
    yield Passes(_with("010-85550136").but(issuer="武汉市人民政府驻北京办事处", number="117"), note="驻外办事处")
    yield Passes(_with("85550136"), note="没有写区号")
    yield Passes(_with("0512-55550136").but(issuer="明河市水务局", number="117"), note="区号表里没有的县级市")


def _with(phone: str) -> Letter:
    from govreply.testing import Letter

    return Letter(contacts=(("联系人", "方晓岚"), ("联系电话", phone)))


RULE = Rule(
    name="phone-area-mismatch",
    code="CTC002",
    family="contact",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("区号与地区不符", "Area code of another place"),
    explanation=Explanation(
        contradiction=Bilingual(
            "联系电话的区号属于发文机关所在地以外的城市。",
            "The area code of a contact's phone belongs to a city that the issuer does not sit in.",
        ),
        importance=Bilingual(
            "多半是套用外地模板或抄错区号，提出者打不通。",
            "Mostly a foreign template or a slip of the pen; the proposer reaches nobody.",
        ),
        silent=(
            Bilingual(
                "几个市共用的区号，如024、028、029、0731、0371、0851",
                "codes that several cities share, such as 024, 028, 029, 0731, 0371, 0851",
            ),
            Bilingual("省直单位可以驻在省内任何一市", "provincial organs may sit in any city of the province"),
            Bilingual("驻外办事处", "offices in other cities (驻…办事处)"),
            Bilingual("发文机关的地名或区号不在表内", "places and codes that the table does not hold"),
        ),
        grounds=Bilingual("全国区号表", "The table of area codes"),
    ),
    needs=("contacts", "issuer"),
    check=check,
    violates=violates,
    passes=passes,
)
