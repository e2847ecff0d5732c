"""The reply's own number differs between letterhead, tail and page metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import DocumentNumber, PrintedNumber, Reply, Where
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.words import WHERE

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_ORDER = (Where.HEAD, Where.TAIL, Where.METADATA)


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each printing that differs from the letterhead's, else from the first."""
    numbers = sorted(reply.identity.numbers, key=lambda n: _ORDER.index(n.where))
    if not numbers:
        return
    main, *others = numbers
    for other in others:
        if other.where is main.where or _same(main.number, other.number):
            continue
        yield Problem(
            span=main.number.span,
            message=Bilingual(
                f"{WHERE[main.where].zh}的文号是“{main.number.text}”，{WHERE[other.where].zh}却是“{other.number.text}”",
                f"the number in the {WHERE[main.where].en} is “{main.number.text}”, in the {WHERE[other.where].en} it is "
                f"“{other.number.text}”",
            ),
            related=(Place(span=other.number.span, label=_label(other)),),
            # a code that differs as well may belong to another document that the page speaks of
            severity=None if _same_code(main.number, other.number) else Severity.WARNING,
            suggestion=Bilingual("查发文登记，改正写错的一处", "look up the register and correct the wrong one"),
        )


def _label(printed: PrintedNumber) -> Bilingual:
    where = WHERE[printed.where]
    return Bilingual(f"{where.zh}：{printed.number.text}", f"{where.en}: {printed.number.text}")


def _same(left: DocumentNumber, right: DocumentNumber) -> bool:
    return (left.year, left.serial) == (right.year, right.serial) and _same_code(left, right)


def _same_code(left: DocumentNumber, right: DocumentNumber) -> bool:
    """Whether one code spells out or repeats the other (建提复, 建提复字); a missing one says nothing."""
    ours, theirs = left.organ_code or "", right.organ_code or ""
    return ours in theirs or theirs in ours


def violates() -> Iterable[Violates]:
    """Numbers that drifted apart."""
    from govreply.testing import Letter, Violates

    page = (("索引号", "SW-2023-117"), ("发布日期", "2023年6月20日"))
    yield Violates(
        Letter(metadata=(*page, ("文号", "武水函〔2023〕12号"))),
        at="武水函〔2023〕21号",
        related=("武水函〔2023〕12号",),
        note="版头与元数据顺序号不同",
    )
    yield Violates(
        Letter(metadata=(*page, ("文号", "武水函〔2022〕21号"))),
        at="武水函〔2023〕21号",
        related=("武水函〔2022〕21号",),
        note="版头与元数据年份不同",
    )
    yield Violates(
        Letter(metadata=(*page, ("文号", "武水办〔2023〕21号"))),
        at="武水函〔2023〕21号",
        related=("武水办〔2023〕21号",),
        note="机关代字也不同，作警告",
        severity=Severity.WARNING,
    )


def passes() -> Iterable[Passes]:
    """One number in several writings, and numbers of other documents."""
    from govreply.testing import Letter, Part, Passes

    page = (("索引号", "SW-2023-117"), ("发布日期", "2023年6月20日"))
    yield Passes(Letter(), note="只印一处")
    yield Passes(Letter(metadata=(*page, ("文号", "武水函〔2023〕21号"))), note="版头与元数据相同")
    yield Passes(Letter(metadata=(*page, ("文号", "武水函[2023]21号"))), note="只是括号写法不同")
    yield Passes(Letter(metadata=(*page, ("文号", "无"))), note="元数据没有文号")
    yield Passes(
        Letter(
            sections=(
                Part(
                    heading="工作进展",
                    paragraphs=(
                        "我局已在《关于对第20220031号提案的答复》（武水函〔2022〕40号）中说明有关情况，并完成改造。",
                    ),
                ),
            )
        ),
        note="正文引用自己去年的答复文号",
    )


RULE = Rule(
    name="document-number-drift",
    code="IDN015",
    family="identity",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("文号前后不一", "The document's own number drifts"),
    explanation=Explanation(
        contradiction=Bilingual(
            "版头、版记、页面元数据所印的本件文号年份或顺序号不同；连机关代字也不同的作警告。",
            "Letterhead, tail and page metadata give the reply different years or serials; a different organ code makes it a warning.",
        ),
        importance=Bilingual(
            "一文一号；两个号必有一个查不到原件。",
            "One document has one number; under the other one it cannot be found.",
        ),
        silent=(
            Bilingual(
                "正文引用的其他文号，包括自己往年的答复", "numbers cited in the text, those of earlier replies included"
            ),
            Bilingual("括号、空格写法不同", "other brackets and spaces"),
            Bilingual("代字一处详、一处略", "organ codes one of which spells out the other"),
        ),
        grounds=Bilingual("一文一号", "One document, one number"),
    ),
    needs=("document_number",),
    check=check,
    violates=violates,
    passes=passes,
)
