"""The letter begins without acknowledging the item: neither 收悉 nor 答复如下."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply, Text
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the addressee or else at the title."""
    if reply.receipt is not None or reply.published:
        return
    place: Text | None = reply.addressees[0] if reply.addressees else reply.title
    if place is None or not (reply.sections or reply.paragraphs):
        return
    yield Problem(
        span=place.span,
        message=Bilingual(
            "称谓之后没有“收悉”“答复如下”一类的引语", "the letter does not acknowledge the item before it answers"
        ),
        suggestion=Bilingual("补写收悉句，写明所答的件", "add the sentence that names the item answered"),
    )


def violates() -> Iterable[Violates]:
    """Letters that begin with the answer."""
    from govreply.testing import Letter, Part, Violates

    yield Violates(Letter(receipt=""), at="陆承安", note="称谓之后直接进入一、")
    text = "市水务局已将您反映的小区列入年度改造计划，明确了责任单位和完成时限。"
    yield Violates(
        Letter(receipt="", opening=(text,), sections=(Part(heading="健全管护机制", paragraphs=(text,)),)),
        at="陆承安",
        note="称谓之后直接是答复内容",
    )


def passes() -> Iterable[Passes]:
    """Letters with a lead, however short, and pages that may have lost it."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="收悉，现答复如下")
    yield Passes(
        Letter(receipt="关于您提出的《关于加强老旧小区雨污分流改造的建议》，现答复如下："),
        note="没有“收悉”，直入“现答复如下”",
    )
    yield Passes(
        Letter(receipt="", metadata=(("索引号", "K0001-2023-00117"), ("发布机构", "武汉市水务局"))),
        note="网页摘录，收悉句可能被略去",
    )


RULE = Rule(
    name="issue-lead-missing",
    code="STR011",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("缺收悉句", "No acknowledgement"),
    explanation=Explanation(
        contradiction=Bilingual(
            "称谓之后没有收悉句，也没有“答复如下”。", "Behind the addressee stands neither 收悉 nor 答复如下."
        ),
        importance=Bilingual(
            "读者不知所答何件；题名、编号也少一处可以核对。",
            "The reader is not told what is answered, and one place to compare is lost.",
        ),
        silent=(
            Bilingual("没有“收悉”而有“现答复如下”", "a lead without 收悉"),
            Bilingual("网页摘录和压成一行的网页", "extracts of web pages"),
        ),
        grounds=Bilingual("办文样式", "The usual form of replies"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
