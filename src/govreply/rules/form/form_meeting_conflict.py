"""A form about a meeting whose opinion only speaks of a reply that came by post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import ChoiceName, Reply
from govreply.rules.base import Context, Explanation, Place, Problem, Rule

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, at the words on the reply received."""
    form, voice, meeting = reply.feedback, reply.structure.voice, reply.structure.meeting
    if form is None or voice is None or meeting is None or not voice.by_letter or voice.met:
        return
    met = form.place is not None and bool(form.place.text.strip())
    if met or any(choice.name is ChoiceName.CONTACT_BEFORE and choice.selected for choice in form.choices):
        return
    words = voice.by_letter[0]
    yield Problem(
        span=words.span,
        message=Bilingual(
            f"“{meeting.text}”应在见面时填写，意见却只说收到来函",
            f"“{meeting.text}” is about a meeting, but the opinion only speaks of a reply received",
        ),
        related=(Place(span=meeting.span, label=Bilingual("表名", "title of the form")),),
        suggestion=Bilingual(
            "核实是否见过面；未见面的改用书面征询", "find out whether they met; if not, use the other form"
        ),
    )


_TITLE = "武汉市政协提案办理情况见面征询意见表"
_OPINION = "贵局发来的答复已收悉。提案办理工作认真负责，我们表示满意。"


def violates() -> Iterable[Violates]:
    """Meetings that nobody speaks of."""
    from govreply.testing import Form, Letter, Violates

    yield Violates(
        Letter(form=Form(title=_TITLE, opinion=_OPINION)),
        at="发来的答复已收悉",
        related=(_TITLE,),
        note="见面表，意见写“发来的答复已收悉”",
    )
    yield Violates(
        Letter(form=Form(title=_TITLE, opinion="寄来的复函收到，表示满意。", meeting_place="")),
        at="寄来的复函收到",
        related=(_TITLE,),
        note="见面地点也空着",
    )


def passes() -> Iterable[Passes]:
    """Meetings that took place, and forms that ask for none."""
    from govreply.testing import Form, Letter, Passes

    yield Passes(Letter(form=Form(opinion=_OPINION)), note="一般征询表，书面答复")
    yield Passes(
        Letter(form=Form(title=_TITLE, opinion="贵局上门面商后发来的答复已收悉，表示满意。")), note="面商之后另寄答复"
    )
    yield Passes(
        Letter(form=Form(title=_TITLE, opinion=_OPINION, meeting_place="江岸区政协会议室")), note="填了见面地点"
    )


RULE = Rule(
    name="form-meeting-conflict",
    code="FRM006",
    family="form",
    severity=Severity.INFO,
    since="0.1.0",
    title=Bilingual("见面方式矛盾", "Meeting form without a meeting"),
    explanation=Explanation(
        contradiction=Bilingual(
            "用的是见面征询意见表，意见栏只说收到寄来的答复，表上也没有见面地点。",
            "The form is one for a meeting; its opinion only speaks of a letter received, and no place is given.",
        ),
        importance=Bilingual("是否见面办理，考核时要看。", "Whether they met counts in assessments."),
        silent=(
            Bilingual("面商之后另寄答复", "a letter sent after the meeting"),
            Bilingual("填了见面地点或见面方式", "forms that give the place or way of meeting"),
        ),
        grounds=Bilingual("见面办理的要求", "Rules on meeting the proposer"),
    ),
    needs=("structure.voice", "structure.meeting"),
    check=check,
    violates=violates,
    passes=passes,
)
