"""A full stop or semicolon stands behind the name of an attachment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Fix, Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each sign."""
    for stop in reply.structure.attachment_stops:
        yield Problem(
            span=stop.span,
            message=Bilingual(
                f"附件名称之后不加标点，此处有“{stop.text}”",
                f"no sign belongs behind the name of an attachment, here stands “{stop.text}”",
            ),
            suggestion=Bilingual("删去该标点", "drop it"),
            fix=Fix(span=stop.span, text=""),
        )


def violates() -> Iterable[Violates]:
    """Names with a sign behind them."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(attachments=("雨污分流实施方案；",)), at="；", note="附件：1.雨污分流实施方案；")
    yield Violates(Letter(attachments=("老旧小区改造清单。",)), at="。", note="附件：1.老旧小区改造清单。")


def passes() -> Iterable[Passes]:
    """Names without one, or with a sign of their own."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(attachments=("老旧小区改造清单", "雨污分流实施方案")), note="名称之后无标点")
    yield Passes(Letter(attachments=("《城镇排水与污水处理条例》",)), note="名称自带书名号")
    yield Passes(Letter(attachments=("老旧小区改造清单（2023年）",)), note="名称自带括号")


RULE = Rule(
    name="attachment-name-punctuation",
    code="STR015",
    family="structure",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("附件名后加标点", "Sign behind an attachment's name"),
    explanation=Explanation(
        contradiction=Bilingual(
            "附件名称之后加了句号、分号等标点。", "A full stop, semicolon or comma stands behind the name."
        ),
        importance=Bilingual("不合公文格式。", "It breaks the standard form."),
        silent=(
            Bilingual("名称自带的书名号、括号", "title marks and brackets that belong to the name"),
            Bilingual("正文里提到的附件", "attachments named in running text"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.4条", "GB/T 9704-2012, clause 7.3.4"),
    ),
    needs=("attachments",),
    check=check,
    violates=violates,
    passes=passes,
)
