"""One contact of one organ has different phones in one month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

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

_LEAST_DIGITS: Final = 7  # of a number without its area code


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each person and month, with every document that names the person with a phone."""
    for group in view.sorted(_uses(view), by=3).groups(least=2):
        if len(_numbers(group)) > 1:
            yield _problem(group)


def _uses(view: View) -> Iterator[Row]:
    """Organ, person and month, and a phone on a desk: mobile phones and desk phones of one person always differ."""
    query = (
        'SELECT c.unit, c.name, d.date, r.rank, c.start, c."end", c.ordinal, c.input, c.phone FROM contacts c'
        " JOIN documents d ON d.input = c.input JOIN temp.ranks r ON r.id = c.input WHERE d.is_reply AND c.name IS NOT NULL"
        " AND c.unit IS NOT NULL AND c.phone IS NOT NULL AND d.date IS NOT NULL"
    )
    for unit, written, day, *others, phone in view.rows(query):
        name = plain_name(written)
        if len(name) > 1 and not anonymised(name) and len(_digits(phone)) >= _LEAST_DIGITS:
            yield (unit, name, day[:7], *others, phone)


def _numbers(group: Group) -> list[set[str]]:
    """Sets of numbers that share no number: documents that list several are one set with each that lists one of them."""
    sets: list[set[str]] = []
    for _, rows in groupby(group, key=itemgetter(0)):
        numbers = {_digits(phone) for *_, phone in rows}
        joined = [known for known in sets if any(_same(a, b) for a in known for b in numbers)]
        sets = [known for known in sets if known not in joined]
        sets.append(numbers.union(*joined))
    return sets


def _digits(phone: str) -> str:
    return phone.replace("-", "")


def _same(left: str, right: str) -> bool:
    """Whether two numbers are one, written with and without its area code."""
    return left.endswith(right) or right.endswith(left)


def _problem(group: Group) -> CrossProblem:
    unit, name, month = group.key
    phones = list(dict.fromkeys(phone for *_, phone in group))
    year, number = month.split("-")
    return CrossProblem(
        message=Bilingual(
            f"{unit}的{name}在{year}年{int(number)}月有几个电话：{'、'.join(phones)}",
            f"{name} of {unit} has several phones in {month}: {', '.join(phones)}",
        ),
        places=Again(lambda: (_place(key, phone, Span(start, end)) for _, start, end, _, key, phone in group)),
        suggestion=Bilingual("与承办单位核对电话", "ask the organ which one is right"),
    )


def _place(key: int, phone: str, span: Span) -> CrossPlace:
    return CrossPlace(label=Bilingual(f"电话：{phone}", f"phone: {phone}"), input=key, span=span)


def violates() -> Iterable[Violates]:
    """Two phones of one person."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import another, first, third

    def called(number: str) -> tuple[tuple[str, str], ...]:
        return (("联系人", "方晓岚"), ("联系电话", number))

    at = ("联系人：方晓岚联系电话：027-{}", "联系人：方晓岚联系电话：027-{}")
    yield Violates(
        Bundle(files={"a.md": first(), "b.md": another(contacts=called("027-85550163"))}),
        at=(("a.md", at[0].format("85550136")), ("b.md", at[1].format("85550163"))),
        note="同月两号，后四位颠倒",
    )
    yield Violates(
        Bundle(
            files={"a.md": first(), "b.md": another(contacts=called("027-82210044")), "c.md": third()},
        ),
        at=(
            ("a.md", at[0].format("85550136")),
            ("b.md", at[0].format("82210044")),
            ("c.md", at[0].format("85550136")),
        ),
        note="三件之中一件不同",
    )


def passes() -> Iterable[Passes]:
    """Numbers that are one, or that a person may well have."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import another, first

    def called(number: str, name: str = "方晓岚") -> tuple[tuple[str, str], ...]:
        return (("联系人", name), ("联系电话", number))

    yield Passes(Bundle(files={"a.md": first(), "b.md": another()}), note="电话相同")
    yield Passes(Bundle(files={"a.md": first(), "b.md": another(contacts=called("85550136"))}), note="省去区号")
    yield Passes(Bundle(files={"a.md": first(), "b.md": another(contacts=called("13871230045"))}), note="座机与手机")
    yield Passes(
        Bundle(files={"a.md": first(), "b.md": another(contacts=called("027-82210044"), date="2023年9月4日")}),
        note="三个月后换了号码",
    )
    yield Passes(
        Bundle(files={"a.md": first(), "b.md": another(contacts=called("027-82210044", "郑以恒"))}), note="另一位联系人"
    )
    yield Passes(
        Bundle(files={"a.md": first(), "b.md": another(issuer="武汉市财政局", contacts=called("027-82210044"))}),
        note="两个单位的同名者",
    )


RULE = CrossRule(
    name="same-contact-two-phones",
    code="BAT006",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("同人异号", "One contact, several phones"),
    explanation=Explanation(
        contradiction=Bilingual(
            "同一单位的同一联系人，同月的几份答复所留座机号码不同。",
            "Replies of one month give different desk phones for one contact of one organ.",
        ),
        importance=Bilingual("总有一个打不通或打错了人。", "One of them reaches nobody, or somebody else."),
        silent=(
            Bilingual("座机与手机各一", "a desk phone and a mobile phone"),
            Bilingual("不同月份，可能换号", "other months: numbers change"),
            Bilingual("有无区号之别", "with and without the area code"),
        ),
        grounds=Bilingual("前后一致", "Consistency"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
