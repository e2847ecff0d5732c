"""Feedback forms, F1 to F6: rows, ways to draw a tick, table styles, filled in or blank."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from govreply.model import ChoiceName
from govreply.testing.letter import Form, Question, TableStyle, TickStyle

pick = st.sampled_from

GRADES: Final = (
    ("满意", "基本满意", "不满意"),
    ("满意", "基本满意", "理解", "不满意"),
    ("很满意", "满意", "基本满意", "不满意"),
)

# label, options, what is asked
QUESTIONS: Final = (
    ("办理效果", ("解决问题", "等待时机", "解释说明"), ChoiceName.EFFECT),
    ("结果评价", GRADES[0], ChoiceName.RATING),
    ("对办理结果", GRADES[1], ChoiceName.RATING),
    ("对办理工作", GRADES[0], ChoiceName.RATING),
    ("满意程度", GRADES[2], ChoiceName.RATING),
    ("办理人员态度", GRADES[0], ChoiceName.ATTITUDE),
    ("答复公开", ("同意公开", "不同意公开"), ChoiceName.DISCLOSURE),
    ("走访情况", ("登门走访", "电话联系", "未走访"), ChoiceName.CONTACT_BEFORE),
    ("见面方式", ("座谈会", "登门走访", "电话联系"), ChoiceName.CONTACT_BEFORE),
)
LABELS: Final = {
    "提案": (
        None,
        ("提案人", "提案号", "案由", "承办单位"),
        ("提案者", "", "提案标题", "承办单位"),
        ("提案者", "提案编号", "标题", "主办单位"),
    ),
    "建议": (
        None,
        ("代表姓名", "建议编号", "标题", "主办单位"),
        ("", "建议（议案）编号", "标题", "主办单位"),
        ("领衔代表", "编号", "建议标题", "承办单位"),
    ),
}
TITLES: Final = {
    "提案": (None, "提案办理情况征询意见表", "政协提案办理情况见面征询意见表", "提案办理工作评价表"),
    "建议": (
        None,
        "人大代表建议办理情况反馈表",
        "代表建议、批评和意见办理情况征询意见表",
        "代表建议办理情况满意度测评表",
    ),
}


@st.composite
def forms(draw: st.DrawFn, number: str, kind: str) -> Form:
    """A form for a letter about the item `number`, a 提案 or 建议."""
    blank = draw(st.integers(0, 5)) == 0
    asked = draw(st.lists(pick(QUESTIONS), min_size=1, max_size=4, unique_by=lambda q: q[0]))
    opinion = draw(
        pick(
            (
                None,
                "",
                "对办理结果表示满意，希望继续加大工作力度。",
                f"贵局对第{number.split('、')[0]}号{kind}的答复收悉，表示满意。",
            )
        )
    )
    form = Form(
        title=draw(pick(TITLES[kind])),
        labels=draw(pick(LABELS[kind])),
        questions=tuple(draw(_question(*q, blank=blank)) for q in asked),
        meeting_place=draw(pick((None, "", "办公楼三楼会议室"))),
        place_label=draw(pick(("见面地点", "沟通地点"))),
        number_form=draw(pick(("第{n}号", "{n}"))),
        table=draw(pick(TableStyle)),
        ticks=draw(pick(TickStyle)),
        opinion=opinion,
        opinion_cell=draw(st.booleans()),
        opinion_label=draw(pick(("对办理工作的意见", f"对{kind}办理的意见或建议", "意见和建议"))),
        date=draw(pick((None, "2023年7月3日"))),
        phone=draw(pick((None, None, "13800001234"))),
    )
    if not blank:
        return form
    return form.but(
        proposer="",
        number="",
        topic="",
        organ="",
        meeting_place=form.meeting_place and "",
        opinion=opinion and "",
        date=None,
        phone=None,
    )


@st.composite
def _question(draw: st.DrawFn, label: str, options: tuple[str, ...], name: ChoiceName, *, blank: bool) -> Question:
    several = not blank and name is ChoiceName.CONTACT_BEFORE and draw(st.booleans())
    ticked = () if blank else tuple(draw(st.lists(pick(options), max_size=2 if several else 1, unique=True)))
    return Question(
        label=label, options=options, ticked=tuple(o for o in options if o in ticked), name=name, multiple=several
    )
