"""What the page says of itself, in both languages; ``{}`` stands for a number or a text."""

from __future__ import annotations

from typing import Final

from govreply.language import Bilingual, Language

LABELS: Final[dict[str, Bilingual]] = {
    "title": Bilingual("答复批量检查报告", "Report on a batch of replies"),
    "skip": Bilingual("跳到正文", "Skip to the content"),
    "views": Bilingual("视图", "Views"),
    "overview": Bilingual("概览", "Overview"),
    "documents": Bilingual("文件", "Documents"),
    "cross": Bilingual("跨文件问题", "Across documents"),
    "found": Bilingual("找到文件", "Found"),
    "verdicts": Bilingual("结论", "Verdicts"),
    "verdict": Bilingual("结论", "Verdict"),
    "severity": Bilingual("级别", "Severity"),
    "by_severity": Bilingual("按级别", "By severity"),
    "by_rule": Bilingual("按规则", "By rule"),
    "by_organ": Bilingual("按发文机关", "By issuer"),
    "by_cause": Bilingual("未能读取的原因", "Why documents were not read"),
    "rule": Bilingual("规则", "Rule"),
    "organ": Bilingual("发文机关", "Issuer"),
    "state": Bilingual("状态", "State"),
    "number": Bilingual("序号", "No."),
    "file": Bilingual("文件", "File"),
    "name": Bilingual("题名", "Title"),
    "document_number": Bilingual("文号", "Document number"),
    "date": Bilingual("日期", "Date"),
    "class": Bilingual("类别", "Class"),
    "count": Bilingual("问题数", "Findings"),
    "documents_count": Bilingual("文件数", "Documents"),
    "waived": Bilingual("已豁免", "waived"),
    "waived_reason": Bilingual("已豁免：{}", "waived: {}"),
    "idle_waivers": Bilingual("没有起作用的豁免", "Waivers that did nothing"),
    "in_force": Bilingual("有效", "in force"),
    "more_rules": Bilingual("其余 {} 条规则", "{} more rules"),
    "more_organs": Bilingual("其余 {} 个单位", "{} more issuers"),
    "beyond_organs": Bilingual(
        "另有 {} 个单位未列出，见 report.xlsx 的“按单位统计”。", "{} more are not listed; see By organ in report.xlsx."
    ),
    "what_to_do": Bilingual("怎么办", "What to do"),
    "folders": Bilingual("检查的文件夹", "Folders"),
    "skipped": Bilingual("略过", "Passed over"),
    "time": Bilingual("检查时间", "Time"),
    "version": Bilingual("版本", "Version"),
    "profile": Bilingual("地方规定", "Profile"),
    "no_issuer": Bilingual("（未读出发文机关）", "(no issuer read)"),
    "note_pass": Bilingual(
        "“通过”只表示没有查出矛盾，不表示内容属实；“无法判定”和“未能读取”不是通过，需要人看。",
        "Passed means that no contradiction was found, not that the content is true. What is undetermined or was not read"
        " has not passed; somebody has to look at it.",
    ),
    "note_private": Bilingual(
        "个人信息已用 * 遮盖；需要查看时，加 --show-private 重新检查。",
        "Private numbers are masked by *; to see them, run the batch with --show-private.",
    ),
    "note_files": Bilingual(
        "本页与旁边的 report-data 文件夹是一体的，移动或发送时请一起带上。",
        "This page and the folder report-data beside it belong together; move or send both.",
    ),
    "no_script": Bilingual(
        "浏览器关闭了脚本：概览可看，文件清单和原文不能显示。",
        "Scripts are off in this browser: the overview can be seen, the documents cannot.",
    ),
    "search": Bilingual("搜索", "Search"),
    "search_hint": Bilingual(
        "文件名、题名、文号、机关、件号（按 / 键）", "file, title, number, issuer, item (press /)"
    ),
    "all": Bilingual("全部", "all"),
    "sort": Bilingual("排序", "Order"),
    "sort_path": Bilingual("按文件路径", "by path"),
    "sort_errors": Bilingual("问题重的在前", "worst first"),
    "sort_date": Bilingual("日期新的在前", "newest first"),
    "sort_organ": Bilingual("按发文机关", "by issuer"),
    "page_size": Bilingual("每页", "Per page"),
    "reset": Bilingual("清除条件", "Clear"),
    "state_read": Bilingual("已读取", "read"),
    "state_no_reply": Bilingual("不是答复", "no reply"),
    "state_waived": Bilingual("有豁免", "with waivers"),
    "state_cause": Bilingual("未能读取：{}", "not read: {}"),
    "results": Bilingual("共 {} 份，显示第 {}–{} 份", "{} documents, showing {}–{}"),
    "full_stop": Bilingual("。", ". "),
    "results_one": Bilingual("共 {} 项，显示第 {}–{} 项", "{} findings, showing {}–{}"),
    "nothing": Bilingual("没有符合条件的文件。", "No document matches."),
    "no_cross": Bilingual("没有跨文件的问题。", "Nothing was found across documents."),
    "previous": Bilingual("上一页", "Previous page"),
    "next": Bilingual("下一页", "Next page"),
    "loading": Bilingual("正在载入…（{} / {}）", "Loading… ({} / {})"),
    "missing": Bilingual(
        "读不到 {}。请确认 report-data 文件夹在本页旁边，且来自同一次检查。",
        "{} cannot be read. The folder report-data of the same batch must lie beside this page.",
    ),
    "back": Bilingual("返回清单", "Back to the list"),
    "previous_document": Bilingual("上一份", "Previous"),
    "next_document": Bilingual("下一份", "Next"),
    "open_file": Bilingual("打开原文件", "Open the file"),
    "findings": Bilingual("问题", "Findings"),
    "no_findings": Bilingual("没有查出问题。", "Nothing was found."),
    "text": Bilingual("原文", "Text"),
    "ticks": Bilingual("勾选", "Ticks"),
    "form": Bilingual("征询意见表", "Feedback form"),
    "fields": Bilingual("要素", "Fields"),
    "outline": Bilingual("提纲", "Outline"),
    "facts": Bilingual("文件信息", "The file"),
    "open_rules": Bilingual("未能判定的规则", "Rules without an answer"),
    "not_in_text": Bilingual("（文中没有）", "(not in the text)"),
    "empty_cell": Bilingual("（未填）", "(left empty)"),
    "suggestion": Bilingual("建议：", "Advice: "),
    "fix": Bilingual("可改为：", "Replace by: "),
    "here": Bilingual("此处", "here"),
    "go_to": Bilingual("到原文：{}", "Go to the text: {}"),
    "mark": Bilingual("{}，问题 {}：{}", "{}, finding {}: {}"),
    "cut": Bilingual("原文很长，末尾 {} 字未显示。", "The text is long; the last {} characters are not shown."),
    "markup": Bilingual("显示标记（如 <input>、&nbsp;）", "Show the mark-up (such as <input>, &nbsp;)"),
    "page": Bilingual("第 {} 页", "page {}"),
    "catalogue_row": Bilingual("目录第 {} 行", "row {} of the catalogue"),
    "checked": Bilingual("已勾选", "ticked"),
    "unchecked": Bilingual("未勾选", "not ticked"),
    "ticked_nothing": Bilingual("未勾选任何一项", "nothing ticked"),
    "shortcuts": Bilingual(
        "快捷键：/ 搜索，↑ ↓ 移动，Enter 打开，j k 上下一个问题，o 对照另一处，Esc 返回",
        "Keys: / search, ↑ ↓ move, Enter open, j k next and previous finding, o other side, Esc back",
    ),
    "counterpart": Bilingual("对照另一处", "Other side"),
    "no_text": Bilingual("没有可显示的原文。", "There is no text to show."),
}


def labels(language: Language) -> dict[str, str]:
    """All of them in `language`."""
    return {name: words.within(language) for name, words in LABELS.items()}
