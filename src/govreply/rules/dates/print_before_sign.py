"""The print line gives a day before the letter's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Where
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.rules.compare.dated import date_place, is_day, signed_day

if TYPE_CHECKING:
    from govreply.testing import Letter, Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the date of the print line."""
    signed = signed_day(reply)
    if signed is None or signed.iso is None:
        return
    for printed in reply.dates:
        if printed.where is Where.TAIL and is_day(printed) and printed.iso is not None and printed.iso < signed.iso:
            yield Problem(
                span=printed.span,
                message=Bilingual(
                    f"{printed.text}印发，早于成文日期{signed.text}",
                    f"printed {printed.text}, before the letter's date {signed.text}",
                ),
                related=(date_place(signed),),
                suggestion=Bilingual("核对成文日期和印发日期", "check both dates"),
            )
            return


def violates() -> Iterable[Violates]:
    """Print lines before the date."""
    from govreply.testing import Violates

    yield Violates(
        _printed("2023年6月10日"), at="2023年6月10日", related=("2023年6月12日",), note="6月12日成文，6月10日印发"
    )
    yield Violates(_printed("2022年6月13日"), at="2022年6月13日", related=("2023年6月12日",), note="印发日期写成上一年")


def passes() -> Iterable[Passes]:
    """Print lines on or after the date."""
    from govreply.testing import Letter, Passes

    yield Passes(_printed("2023年6月12日"), note="同日印发")
    yield Passes(_printed("2023年6月15日"), note="成文之后印发")
    yield Passes(Letter(), note="信函格式没有印发日期")
    yield Passes(_printed("2023年6月10日").but(signature=(), date=None), note="没有成文日期可比")


def _printed(day: str) -> Letter:
    from govreply.testing import Letter
    from govreply.testing.surface import Surface

    return Letter(surface=Surface(print_line=f"武汉市水务局办公室　　　　{day}印发"))


RULE = Rule(
    name="print-before-sign",
    code="DAT007",
    family="dates",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("印发早于成文", "Printed before it was signed"),
    explanation=Explanation(
        contradiction=Bilingual(
            "版记中的印发日期早于成文日期。", "The date of the print line (印发) is before the letter's date."
        ),
        importance=Bilingual(
            "文件不能在签发之前送印，两个日期必有一错。",
            "A letter cannot be printed before it is signed: one date is wrong.",
        ),
        silent=(
            Bilingual("同日印发", "printing on the same day"),
            Bilingual("信函格式没有印发日期", "letters in the letter form, which have no print line"),
            Bilingual("没有成文日期", "letters without a date"),
        ),
        grounds=Bilingual("国家标准 GB/T 9704-2012 7.4.3", "The national standard GB/T 9704-2012, 7.4.3"),
    ),
    needs=("signature",),
    check=check,
    violates=violates,
    passes=passes,
)
