"""The date of the letter is not written as the standard says: zeros in front, a short year, Chinese numerals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.lexicon.date_forms import DateFault, date_faults
from govreply.model import DateText, Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_IN_FORCE = "2012-07-01"  # GB/T 9704-2012; its predecessor wrote Chinese numerals
_WORDS = {
    DateFault.PADDED: Bilingual("月、日前不编虚位0", "no zero before month and day"),
    DateFault.SHORT_YEAR: Bilingual("年份应写四位", "the year has four digits"),
    DateFault.HAN: Bilingual("应使用阿拉伯数字", "Arabic numerals are used"),
}


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the date of the signature."""
    date = reply.signature.date_text if reply.signature else None
    if date is None or not _under_the_standard(date, reply):
        return
    faults = [_WORDS[fault] for fault in date_faults(date.text)]
    if faults:
        yield Problem(
            span=date.span,
            message=Bilingual(
                f"成文日期“{date.text}”：{'；'.join(f.zh for f in faults)}",
                f"date “{date.text}”: {'; '.join(f.en for f in faults)}",
            ),
            suggestion=Bilingual("按 GB/T 9704-2012 书写", "write it as GB/T 9704-2012 says"),
        )


def _under_the_standard(date: DateText, reply: Reply) -> bool:
    """Whether the letter is of a day on which the standard was in force; a short year leaves the document number to tell."""
    if date.iso is not None:
        return date.iso >= _IN_FORCE
    number = reply.document_number
    year = date.year if date.year is not None else number.year if number is not None else None
    return year is not None and str(year) > _IN_FORCE[:4]


def violates() -> Iterable[Violates]:
    """Dates against the standard."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(date="2023年06月08日"), at="2023年06月08日", note="月、日前编了虚位")
    yield Violates(Letter(date="二〇二三年六月十二日"), at="二〇二三年六月十二日", note="2012年7月以后用了汉字数字")
    yield Violates(Letter(date="23年6月12日"), at="23年6月12日", note="年份只有两位")


def passes() -> Iterable[Passes]:
    """Dates as the standard of their time says."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(), note="阿拉伯数字，不编虚位")
    yield Passes(
        Letter(date="二〇一一年六月十二日", document_number="武水函〔2011〕21号", term=11, session=5, number="117"),
        note="2012年7月以前的件用汉字数字",
    )
    yield Passes(Letter(date="二○二三年六月十二日"), note="○是〇的识别误差，原件写法不明")
    yield Passes(Letter(form=Form(date="2023.6.28")), note="表格里的2023.6.28")
    yield Passes(Letter(date="2023年10月20日"), note="月、日本身带0")


RULE = Rule(
    name="date-form",
    code="DAT003",
    family="dates",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("日期格式", "Form of the date"),
    explanation=Explanation(
        contradiction=Bilingual(
            "成文日期编了虚位（05月08日）、年份不足四位，或在2012年7月以后用了汉字数字。",
            "The date has zeros in front (05月08日), fewer than four digits for the year, or Chinese numerals "
            "after July 2012.",
        ),
        importance=Bilingual(
            "格式不合国家标准，著录时还要另行转换。",
            "The form departs from the national standard, and cataloguing has to convert it.",
        ),
        silent=(
            Bilingual(
                "2012年7月以前的件：旧标准用汉字数字",
                "letters before July 2012: the old standard used Chinese numerals",
            ),
            Bilingual("表格和正文里的日期", "dates in tables and running text"),
            Bilingual(
                "〇被识别成○、O、0的日期，原件写法不明",
                "dates in which scanning put ○, O or 0 for 〇, as nobody knows what was printed",
            ),
            Bilingual("丢了年月日的数字串，那是歧义", "digit runs without 年月日, which are ambiguous"),
        ),
        grounds=Bilingual("国家标准 GB/T 9704-2012 7.3.5.4", "The national standard GB/T 9704-2012, 7.3.5.4"),
    ),
    needs=("signature",),
    check=check,
    violates=violates,
    passes=passes,
)
