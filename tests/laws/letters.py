"""Documents for the laws: letters in every format with noise between their lines, and text of any kind."""

from __future__ import annotations

from hypothesis import strategies as st

from govreply.testing import TEXT_FORMATS, Form, Format, Letter, Part, TableStyle, TickStyle, strategies

SUFFIX = {Format.MARKDOWN: "md", Format.TEXT: "txt", Format.HTML: "html"}

_TOPICS = (
    "关于推进口袋公园建设的建议",
    "关于规范‘夜间施工’管理、减少扰民的提案",
    "对完善农村客运的建议",
    "关于A类河道 CO2 监测的建议",
)
_PARAGRAPHS = (
    "今年以来，完成 12 处改造，投入 350 万元，较上年增长 7.5%。",
    "按照《城市绿化条例》（国发〔2011〕9号）要求，市财政局安排专项资金，",
    "一是摸清底数；二是分步实施；三是加强督查。",
    "我局主要从两个方面推进：一是建制度。二是抓落实。",
    "首先，完善规划。其次，压实责任。最后，强化考核。",
    "您提出的加装护栏建议，因涉及权属，暂不具备实施条件。",
    "<b>重点</b>路段 &amp; 桥梁共 5 座",
)
_HEADINGS = ("工作开展情况", "存在问题", "关于“最后一公里”", "下一步打算", "")
_NOISE = (
    "上一篇：关于市政协第99号提案的答复",
    "- 2 -",
    "　　",
    "当前位置：首页 > 政务公开",
    "来源：某局　发布时间：2023-07-01",
    "！！！",
    "《《《",
    "（未尽",
)
_CONTACTS = (
    (),
    (("联系人", "方晓岚"), ("联系电话", "027-85550136")),
    (("经 办 人", "于 洋　贺 敏"), ("邮政编码", "430000")),
)


def parts(depth: int = 2) -> st.SearchStrategy[Part]:
    children = st.just(()) if depth == 0 else st.lists(parts(depth - 1), max_size=2).map(tuple)
    return st.builds(
        Part,
        heading=st.sampled_from(_HEADINGS),
        paragraphs=st.lists(st.sampled_from(_PARAGRAPHS), max_size=2).map(tuple),
        measures=st.lists(st.sampled_from(_PARAGRAPHS), max_size=3).map(tuple),
        parts=children,
        run_in=st.booleans(),
    )


forms = st.builds(
    Form,
    meeting_place=st.sampled_from((None, "", "办公楼三楼")),
    opinion=st.sampled_from((None, "", "贵局对市政协十四届二次会议第20220117号提案的答复收悉，满意。")),
    date=st.sampled_from((None, "2023年7月3日")),
    table=st.sampled_from(list(TableStyle)),
    ticks=st.sampled_from(list(TickStyle)),
)

letters = st.builds(
    Letter,
    issuer=st.sampled_from((None, "武汉市水务局", "云溪县农业农村局")),
    document_number=st.sampled_from((None, "武水函〔2023〕21号", "云农函[2023]第7号")),
    disposition=st.sampled_from((None, "A", "B")),
    signer=st.sampled_from((None, "许 明")),
    number=st.sampled_from(("20230117", "017", "B12")),
    addressees=st.sampled_from((("陆承安",), ("陆承安", "白 帆"), ("民盟武汉市委会",), ())),
    topic=st.sampled_from(_TOPICS),
    topic_quotes=st.sampled_from(("《》", "“”", "")),
    joint_agencies=st.sampled_from(((), ("市财政局", "市发改委"))),
    sections=st.lists(parts(), max_size=3).map(tuple),
    date=st.sampled_from((None, "2023年6月12日", "二〇二三年六月十二日", "2023年6月31日", "202306")),
    contacts=st.sampled_from(_CONTACTS),
    form=st.one_of(st.none(), forms),
    attachments=st.sampled_from(((), ("实施方案", "责任清单"))),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """A rendered letter with noise lines put between its own, and its file name."""
    form = draw(st.sampled_from(TEXT_FORMATS))
    text = draw(st.one_of(letters, strategies.letters())).render(form)
    lines = text.split("\n")
    for noise in draw(st.lists(st.sampled_from(_NOISE), max_size=3)):
        at = draw(st.integers(min_value=0, max_value=len(lines)))
        lines[at:at] = [f"<p>{noise}</p>"] if form is Format.HTML else ["", noise, ""]
    if draw(st.booleans()):
        cut = draw(st.integers(min_value=1, max_value=len("\n".join(lines))))
        return "\n".join(lines)[:cut], f"drawn.{SUFFIX[form]}"
    return "\n".join(lines), f"drawn.{SUFFIX[form]}"


any_text = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "一二三是、，。：（）《》“”〔〕0123456789年月日号第届次会议提案建议代表委员收悉答复局委市县 　\n\t☑□√|#*<>&-"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=400,
)
