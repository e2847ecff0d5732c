"""A label of the contacts has nothing behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


_UNREAD = "left-over"


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each label that was left empty."""
    empty = [label for label in reply.contact_labels if label.empty]
    if reply.published or (len(empty) > 1 and len(empty) == len(reply.contact_labels)):
        return
    starts = [part.span.start for part in reply.parts]
    for label in empty:
        behind = bisect_left(starts, label.span.end)  # parts are in order
        unread = behind < len(starts) and reply.parts[behind].element == _UNREAD
        if not unread:  # else the value may stand in the line that could not be read
            yield Problem(
                span=label.span,
                message=Bilingual(f"“{label.name}”后面没有填写", f"nothing stands behind “{label.name}”"),
                suggestion=Bilingual("补填，或删去这一栏", "fill it in or take the label out"),
            )


def violates() -> Iterable[Violates]:
    """Labels without a value."""
    from govreply.testing import Letter, Violates

    yield Violates(Letter(contacts=(("联系人", "方晓岚"), ("联系电话", ""))), at="联系电话", note="联系电话没有填写")
    yield Violates(Letter(contacts=(("联系人", ""), ("联系电话", "027-85550136"))), at="联系人", note="联系人没有填写")


def passes() -> Iterable[Passes]:
    """Labels with values, and copies with values taken out."""
    from govreply.testing import Letter, Passes

    yield Passes(Letter(), note="都填了")
    yield Passes(Letter(contacts=(("联系人", ""), ("联系电话", ""))), note="公开版把联系方式整块遮去")
    yield Passes(
        Letter(
            metadata=(("索引号", "420100-2023-0117"), ("发布机构", "武汉市水务局")),
            contacts=(("联系人", "方晓岚"), ("联系电话", "")),
        ),
        note="网页公开件遮去电话",
    )
    yield Passes(Letter(contacts=(("联系人", "方晓岚"), ("联系电话", "\n027-85550136"))), note="电话写在下一行")


RULE = Rule(
    name="contact-label-empty",
    code="CTC007",
    family="contact",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("标签后空", "Label without a value"),
    explanation=Explanation(
        contradiction=Bilingual(
            "联系人、联系电话等栏目后面是空的。", "Nothing stands behind a label such as 联系人 or 联系电话."
        ),
        importance=Bilingual(
            "提出者无从联系，公文要素不全。", "The proposer cannot reach anybody, and the letter is incomplete."
        ),
        silent=(
            Bilingual("网页公开件，联系方式常被遮去", "published pages, on which contacts are often taken out"),
            Bilingual(
                "整块联系方式都空，多半是公开时遮去", "a whole block of empty labels, mostly taken out for publication"
            ),
            Bilingual("填写内容在下一行", "values on the next line"),
        ),
        grounds=Bilingual(
            "一地办法要求附主管领导和经办人的姓名、电话", "A local rule asks for names and phones of leader and handler"
        ),
    ),
    needs=("contact_labels",),
    check=check,
    violates=violates,
    passes=passes,
)
