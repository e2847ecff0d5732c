"""What the parser's diagnostics mean, in words; a code without words stands for itself."""

from __future__ import annotations

from govreply.language import Bilingual, Language

DIAGNOSTICS: dict[str, Bilingual] = {
    "date-ambiguous": Bilingual("日期不能确定，未采用", "date that cannot be read for certain, left out"),
    "date-impossible": Bilingual("日期不存在，未采用", "date that does not exist, left out"),
    "flattened-line": Bilingual("一行中含有多个段落，已分开", "several paragraphs on one line, taken apart"),
    "left-over": Bilingual("未能归位的文字", "text that found no place"),
    "not-a-reply": Bilingual("不是对提案或建议的答复", "not a reply to a proposal or suggestion"),
    "numbering-out-of-sequence": Bilingual("序号不连续", "numbering out of sequence"),
    "paragraph-joined": Bilingual("被分页断开的段落，已接上", "paragraph cut by a page break, joined"),
    "second-class-mark": Bilingual("另有一处办理结果类别标记", "another disposition mark"),
    "second-disclosure-mark": Bilingual("另有一处公开属性标记", "another disclosure mark"),
    "table-left-over": Bilingual("未能归位的表格", "table that found no place"),
}


def diagnostic_label(code: str, language: Language) -> str:
    """What the diagnostic `code` says."""
    words = DIAGNOSTICS.get(code)
    return words.within(language) if words else code
