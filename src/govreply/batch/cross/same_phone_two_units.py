"""Contacts of two organs have one phone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.cross.answers import one_issuer
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.batch.cross.spool import Again, Group, Row
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.rules.base import Explanation
from govreply.rules.compare.names import anonymised, plain_name
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import View

_LEAST_DIGITS: Final = 10  # with the area code: without it the number may be one of another city


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each phone of exactly two organs; a phone of more is that of an office that serves them all."""
    for group in view.sorted(_uses(view), by=1).groups(least=2):
        contacts = _contacts(group)
        if len(contacts) == 2 and not set.intersection(*contacts.values()):
            yield _problem(view, group, sorted(contacts))


def _uses(view: View) -> Iterator[Row]:
    """Phone, and who has it where."""
    query = (
        'SELECT coalesce(c.phone, c.mobile), c.name, r.rank, c.start, c."end", c.ordinal, c.input, c.unit FROM contacts c'
        " JOIN documents d ON d.input = c.input JOIN temp.ranks r ON r.id = c.input WHERE d.is_reply AND c.unit IS NOT NULL"
        " AND c.name IS NOT NULL AND coalesce(c.phone, c.mobile) IS NOT NULL AND c.extension IS NULL"
    )
    for phone, name, *others in view.rows(query):
        digits = phone.replace("-", "")
        if len(digits) >= _LEAST_DIGITS and not anonymised(name):
            yield (digits, *others, plain_name(name))


def _contacts(group: Group) -> dict[str, set[str]]:
    """Organ → names of its contacts; no further organ than three is looked for."""
    found: dict[str, set[str]] = {}
    known: dict[str, str] = {}
    for *_, unit, name in group:
        if unit not in known:
            known[unit] = next((other for other in found if one_issuer(other, unit)), unit)
        found.setdefault(known[unit], set()).add(name)
        if len(found) > 2:
            break
    return found


def _problem(view: View, group: Group, units: list[str]) -> CrossProblem:
    told = view.phone(group.key[0])
    return CrossProblem(
        message=Bilingual(
            f"{units[0]}与{units[1]}的联系电话都是{told}，联系人却不同",
            f"{units[0]} and {units[1]} have one phone, {told}, and different contacts",
        ),
        places=Again(
            lambda: (_place(key, unit, name, Span(start, end)) for _, start, end, _, key, unit, name in group)
        ),
        suggestion=Bilingual("与两家单位核对电话", "ask both organs"),
    )


def _place(key: int, unit: str, name: str, span: Span) -> CrossPlace:
    return CrossPlace(label=Bilingual(f"{unit}：{name}", f"{unit}: {name}"), input=key, span=span)


def violates() -> Iterable[Violates]:
    """One phone in two organs."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    def finance(name: str = "郑以恒") -> dict[str, object]:
        contacts = (("联系人", name), ("联系电话", "027-85550136"))
        return {"issuer": "武汉市财政局", "document_number": "武财函〔2023〕9号", "contacts": contacts}

    mine, theirs = "联系人：方晓岚联系电话：027-85550136", "联系人：郑以恒联系电话：027-85550136"
    yield Violates(
        Bundle(files={"a.md": first(), "b.md": another(**finance())}),
        at=(("a.md", mine), ("b.md", theirs)),
        note="水务局与财政局留同一电话",
    )
    yield Violates(
        Bundle(files={"a.md": another(**finance()), "b.md": first(), "c.md": third()}),
        at=(("a.md", theirs), ("b.md", mine), ("c.md", mine)),
        note="其中一家有两件",
    )


def passes() -> Iterable[Passes]:
    """Phones that several may share."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    def of(issuer: str, name: str, phone: str) -> dict[str, object]:
        return {"issuer": issuer, "contacts": (("联系人", name), ("联系电话", phone))}

    yield Passes(Bundle(files={"a.md": first(), "b.md": another()}), note="同一单位")
    yield Passes(
        Bundle(files={"a.md": first(), "b.md": another(**of("武汉市河湖长制办公室", "方晓岚", "027-85550136"))}),
        note="合署办公，联系人也相同",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(contacts=(("联系人", "方晓岚"), ("联系电话", "85550136"))),
                "b.md": another(**of("厦门市水利局", "郑以恒", "85550136")),
            }
        ),
        note="没有区号，是两个城市的号码",
    )
    yield Passes(
        Bundle(
            files={
                "a.md": first(),
                "b.md": another(**of("武汉市财政局", "郑以恒", "027-85550136")),
                "c.md": another(**of("武汉市教育局", "孟知秋", "027-85550136")),
            }
        ),
        note="多家同号，是统一对外的电话",
    )


RULE = CrossRule(
    name="same-phone-two-units",
    code="BAT007",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("同号异单位", "One phone, two organs"),
    explanation=Explanation(
        contradiction=Bilingual(
            "两个单位的答复留了同一个电话，联系人却不是同一人。",
            "Replies of two organs give one phone, with different contacts.",
        ),
        importance=Bilingual(
            "多半是套用别家的文稿而没有改电话。", "Most often a letter was copied and its phone left in."
        ),
        silent=(
            Bilingual("合署办公，联系人相同", "joined offices with one contact"),
            Bilingual("三家以上同号，是统一对外的电话", "phones of three organs or more: that of a common office"),
            Bilingual("没有区号的号码", "numbers without an area code"),
        ),
        grounds=Bilingual("前后一致", "Consistency"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
