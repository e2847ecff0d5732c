"""No disclosure mark on a letter of the years in which each one must carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_SINCE = 2017  # the rule is of November 2016


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the signature or else at the document number."""
    if reply.disclosure is not None or reply.published or _told_empty(reply):
        return
    signature, number = reply.signature, reply.document_number
    if signature is not None and signature.date is not None:
        year, span = int(signature.date[:4]), signature.span
    elif number is not None and number.year is not None:
        year, span = number.year, number.span
    else:
        return
    if year < _SINCE:
        return
    yield Problem(
        span=span,
        message=Bilingual("没有标注公开属性", "the letter carries no disclosure mark"),
        suggestion=Bilingual(
            "在成文日期下标注“此件公开发布”“此件依申请公开”或“此件不予公开”",
            "state below the date whether it may be published",
        ),
    )


def _told_empty(reply: Reply) -> bool:
    """Whether a label is there whose value is missing or could not be read."""
    return any(d.field == "disclosure" for d in reply.diagnostics)


def violates() -> Iterable[Violates]:
    """Letters without a mark."""
    from govreply.testing import Form, Letter, Violates

    end = "武汉市水务局2023年6月12日"
    yield Violates(Letter(), at=end, note="2023年的答复没有公开属性")
    yield Violates(Letter(form=Form()), at=end, note="提出者同意公开，答复没有标注")


def passes() -> Iterable[Passes]:
    """Letters with a mark, or that need none."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(disclosure="此件公开发布"), note="已标注")
    yield Passes(
        Letter(
            term=12,
            session=4,
            number="20150117",
            document_number="武水函〔2015〕21号",
            date="2015年6月12日",
        ),
        note="2016年前的答复",
    )
    yield Passes(Letter(metadata=(("索引号", "K0001-2023-00117"), ("发布机构", "武汉市水务局"))), note="网站栏目即公开")


RULE = Rule(
    name="disclosure-missing",
    code="FRM013",
    family="form",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("无公开属性", "No disclosure mark"),
    explanation=Explanation(
        contradiction=Bilingual(
            "2017年以来的答复没有标注公开属性。", "A letter of 2017 or later does not say whether it may be published."
        ),
        importance=Bilingual(
            "能否公开无据可查，事后难以补定。",
            "Nothing shows whether it may be published, and it is hard to settle later.",
        ),
        silent=(
            Bilingual("2016年及以前的答复", "letters of 2016 and before"),
            Bilingual("网页：栏目即公开", "web pages, whose very place shows it"),
            Bilingual("没有年份可据的", "letters whose year cannot be told"),
        ),
        grounds=Bilingual("国办发〔2016〕80号（转述）", "State Council Office 2016 No. 80, as quoted elsewhere"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
