"""The title of a feedback form: 征询意见表, 反馈单, 回执 and the like, alone on a line or in the first cell of a table."""

from __future__ import annotations

from govreply.patterns import compile_pattern

_TITLE = compile_pattern(
    r"(?:(?:征询|征求|意见|反馈|评价|评估|测评|评议|评定|评分|满意度|办理|答复|调查|回访|复查|面商|沟通|走访|跟踪|回复)[\p{Han}（）、]{0,12}(?:表|卡|单|回执|回执单|回执联)"
    r"|(?:办理|答复|办复|落实)(?:情况|结果|工作)?(?:的?反馈|意见反馈|征询意见|征求意见|测评|满意度测评)|回执|回执单|回执联|反馈单|反馈意见)"
    r"(?:（[^）]{0,24}）)?(?:（[^）]{0,24}）)?$"
)
_TITLE_START = compile_pattern(r"^(?:附 {0,3}(?:件|表)? {0,3}[0-9一二三四五六七八九十]{0,2} {0,3}[：:、.]? {0,3})?")
_NOT_A_TITLE = compile_pattern(
    r"[。，；：“？]|请|填写|随函|附后|(?:答复|复|会办意见)函$|^(?:关于|对).{0,60}的?(?:答复|复)函|感谢|意见函$"
)


def is_form_title(folded: str) -> bool:
    """Whether a line reads as the title of a form."""
    core = folded[title_start(folded) :]
    bare = core.split("（")[0] if core.endswith("）") else core
    return 2 <= len(bare) <= 70 and _TITLE.search(core) is not None and _NOT_A_TITLE.search(bare) is None


def title_start(folded: str) -> int:
    """Offset at which the title begins behind 附件1：."""
    match = _TITLE_START.match(folded)
    return match.end() if match is not None else 0
