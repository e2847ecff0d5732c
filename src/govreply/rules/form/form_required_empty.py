"""A cell that the form's own title demands is empty, such as the place on a form about a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Feedback, Reply, Text
from govreply.rules.base import Context, Explanation, Place, Problem, Rule
from govreply.rules.compare.form import returned

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_MEETING_PLACE = "见面地点"


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """One problem for each required cell that is there and empty."""
    form = reply.feedback
    if form is None or form.title is None or not returned(form):
        return
    for word, labels in context.profile.required_fields.items():
        if word not in form.title.text:
            continue
        for label in labels:
            cell = _cell(form, label)
            if cell is None or cell[1].text.strip():
                continue
            printed, value = cell
            yield Problem(
                span=printed.span if printed else value.span,
                message=Bilingual(
                    f"“{form.title.text}”要求填写“{label}”，该栏为空",
                    f"“{form.title.text}” demands “{label}”, which is empty",
                ),
                related=(Place(span=form.title.span, label=Bilingual("表名", "title of the form")),),
                suggestion=Bilingual("补填；以电话沟通的，写明电话", "fill it in; if they talked by phone, say so"),
            )


def _cell(form: Feedback, label: str) -> tuple[Text | None, Text] | None:
    """Label (where it is known) and value of a cell."""
    for cell in form.fields:
        if "".join(cell.label.text.split()).rstrip("：:") == label:
            return cell.label, cell.value
    if label == _MEETING_PLACE and form.place is not None:
        return None, form.place
    return None


def violates() -> Iterable[Violates]:
    """Forms about a meeting without its place."""
    from govreply.testing import Form, Letter, TableStyle, Violates

    title = "武汉市政协提案办理情况见面征询意见表"
    yield Violates(
        Letter(form=Form(title=title, meeting_place="")), at=_MEETING_PLACE, related=(title,), note="见面表而见面地点空"
    )
    yield Violates(
        Letter(form=Form(title=title, meeting_place="", table=TableStyle.PIPE)),
        at=_MEETING_PLACE,
        related=(title,),
        note="管道表格中的空格",
    )


def passes() -> Iterable[Passes]:
    """Cells that are filled, or need not be."""
    from govreply.testing import Form, Letter, Passes

    title = "武汉市政协提案办理情况见面征询意见表"
    yield Passes(Letter(form=Form(title=title, meeting_place="市水务局三楼会议室")), note="已填写")
    yield Passes(Letter(form=Form(title=title, meeting_place="电话沟通")), note="电话面商，地点写电话")
    yield Passes(Letter(form=Form(title=title, meeting_place="市水务局", opinion="")), note="意见栏可空")
    yield Passes(Letter(form=Form(meeting_place="")), note="表名不含“见面”")
    yield Passes(Letter(form=Form.specimen(title=title, meeting_place="")), note="空白样表")


RULE = Rule(
    name="form-required-empty",
    code="FRM005",
    family="form",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("必填栏空", "Required cell empty"),
    explanation=Explanation(
        contradiction=Bilingual(
            "表名（配置所列）要求填写的栏目在表上印着却是空的，如见面征询意见表的见面地点。",
            "A cell that the form's title demands, as the profile lists it, is printed and empty: the place on a form about a meeting.",
        ),
        importance=Bilingual(
            "见面地点是当面沟通的凭据，空着就看不出是否见过面。", "The place is the evidence that they met."
        ),
        silent=(
            Bilingual("意见栏可以不填", "the field for opinions"),
            Bilingual("电话沟通的，地点写“电话”", "a phone call given as the place"),
            Bilingual("空白样表、尚未收回的表", "blank forms and forms not yet returned"),
            Bilingual("表上没有印这一栏", "forms that do not have the cell"),
        ),
        grounds=Bilingual("表名自身的要求；当地配置", "The form's own title; the place's profile"),
    ),
    needs=("feedback",),
    prescribed=("required_fields",),
    check=check,
    violates=violates,
    passes=passes,
)
