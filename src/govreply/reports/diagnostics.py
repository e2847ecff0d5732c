"""What the parser's diagnostics mean, in words; a code without words stands for itself."""

from __future__ import annotations

from govreply.language import Bilingual, Language

DIAGNOSTICS: dict[str, Bilingual] = {
    "addressee-unnamed": Bilingual("主送对象没有写明姓名或名称", "addressee without a name"),
    "attachment-not-opened": Bilingual("文件里另附的文件，未打开", "file attached inside, not opened"),
    "body-missing": Bilingual("答复没有正文", "a reply without a body"),
    "class-unread": Bilingual("办理结果类别无法识别，未采用", "disposition mark that cannot be read, left out"),
    "crosses-beside-ticks": Bilingual("打叉与打勾并用，打叉视为未选", "crosses beside ticks, taken as not chosen"),
    "date-ambiguous": Bilingual("日期不能确定，未采用", "date that cannot be read for certain, left out"),
    "date-impossible": Bilingual("日期不存在，未采用", "date that does not exist, left out"),
    "direction-turned": Bilingual(
        "有改变书写方向的不可见字符，显示的次序与存储的不同",
        "invisible sign that turns the direction of writing: printed in another order than stored",
    ),
    "disclosure-empty": Bilingual("公开属性未填写", "disclosure label without a value"),
    "document-number-damaged": Bilingual("发文字号残缺，未采用", "damaged document number, left out"),
    "document-number-empty": Bilingual("发文字号缺顺序号", "document number without a serial"),
    "flattened-line": Bilingual("一行中含有多个段落，已分开", "several paragraphs on one line, taken apart"),
    "further-letter": Bilingual("同一文件中的另一件答复，未读取", "another letter in the same file, not read"),
    "invisible-in-number": Bilingual("数字中夹有不可见字符，已略去", "invisible sign inside a number, left out"),
    "left-over": Bilingual("未能归位的文字", "text that found no place"),
    "lines-rejoined": Bilingual("按固定宽度折行的文字，已接上", "lines wrapped at one width, joined"),
    "marker-family-unread": Bilingual(
        "序号不属公文常用层次，按普通文字处理", "number of a family that official writing does not use, read as text"
    ),
    "marker-not-placed": Bilingual("序号与前后不合，按普通文字处理", "number that fits no series, read as text"),
    "matter-number-lost": Bilingual("提案或建议的编号缺失", "number of the proposal or suggestion lost"),
    "not-a-reply": Bilingual("不是对提案或建议的答复", "not a reply to a proposal or suggestion"),
    "numbering-out-of-sequence": Bilingual("序号不连续", "numbering out of sequence"),
    "paragraph-joined": Bilingual("被分页断开的段落，已接上", "paragraph cut by a page break, joined"),
    "phone-letter-for-digit": Bilingual(
        "电话号码中的字母，已按数字读", "letter inside a phone number, read as a digit"
    ),
    "second-class-mark": Bilingual("另有一处办理结果类别标记", "another disposition mark"),
    "second-disclosure-mark": Bilingual("另有一处公开属性标记", "another disclosure mark"),
    "second-document-number": Bilingual("另有一个发文字号", "another document number"),
    "second-form": Bilingual("另有一份征询表", "another feedback form"),
    "signer-empty": Bilingual("签发人未填写", "label of the signer without a name"),
    "table-left-over": Bilingual("未能归位的表格", "table that found no place"),
    "text-recognised": Bilingual(
        "扫描页的文字是识别出来的，可能有错；页码", "text of scanned pages was recognised and may be wrong; pages"
    ),
    "ticks-all-alike": Bilingual(
        "各选项标记相同，不能确定所选，未采用", "all options marked alike, none taken as chosen"
    ),
    "watermark-left-out": Bilingual("水印，不作正文", "watermark, no part of the text"),
}


def diagnostic_label(code: str, language: Language) -> str:
    """What the diagnostic `code` says."""
    words = DIAGNOSTICS.get(code)
    return words.within(language) if words else code
