"""The grammar's reasons in words: it states them in plain English, which is what English readers get.

Chinese readers get the counterpart listed here; a reason that is not listed is shown as it is.
"""

from __future__ import annotations

from govreply.language import Language

_REASONS = {
    "a date alone on its row behind the body": "正文之后独占一行的日期",
    "a date of the signature stands before it": "前面已有成文日期",
    "a less damaged or earlier printing was found": "另有更完整或更靠前的一处",
    "a letter of the public mailbox": "公众信箱的来信",
    "a letterhead stands before it": "前面已有版头",
    "a number was already found": "前面已有发文字号",
    "a report on many matters": "涉及多件的综合报告",
    "a signer was already found": "前面已有签发人",
    "an addressee or a reply's title, and a matter that is answered": "有主送对象或答复标题，也有所答事项",
    "an attachment behind the signature": "署名之后的附件",
    "an organ alone on its row behind the body": "正文之后独占一行的单位",
    "another class mark stands before it": "前面已有办理结果类别",
    "another disclosure mark stands before it": "前面已有公开属性",
    "behind the document number": "在发文字号之后",
    "between 第 and 号": "“第”与“号”之间",
    "breadcrumb": "网页的位置导航",
    "banner of the site": "网站名称",
    "class mark on a line of its own": "独占一行的办理结果类别",
    "code, year in brackets and serial on a line of the head": "文头一行中的机关代字、带括号的年份和序号",
    "from 关于 to the item word": "从“关于”到件类用词",
    "headline of a document that is no reply": "非答复文件的标题",
    "in brackets at the end of the title": "标题末尾括号内",
    "in front of 关于 in the title": "标题中“关于”之前",
    "inside the title": "标题之中",
    "labelled class mark": "标有“类别”的字样",
    "labels of a form": "表格的栏目",
    "letterhead: an organ alone on a row of the head": "版头：文头独占一行的单位",
    "line of its own": "独占一行",
    "link to another document": "指向其他文件的链接",
    "not drawn by browsers": "浏览器不显示",
    "menu or bar of the page": "网页的菜单或栏条",
    "metadata of the page": "页面信息",
    "name of an assembly beside its session": "届次旁的会议机构名称",
    "no proposal or suggestion is named": "没有提到任何提案或建议",
    "nobody is addressed": "没有主送对象",
    "note under the date": "日期下方的注记",
    "numbering": "序号",
    "numbering: gap": "序号跳号",
    "numbering: repeat": "序号重复",
    "numbering: back": "序号倒退",
    "numbering: restart": "序号重新起",
    "numbering: mixed": "与同级序号样式不同",
    "numbering: first-lost": "缺少首个序号",
    "numbering: inverted": "序号层次倒置",
    "no organ or institution by its name": "从名称看不是机关或单位",
    "number of a category in brackets": "括号内的分类号",
    "opening bracket that is never closed": "只有左半的括号或书名号之后",
    "page footer": "网页的页脚",
    "page number": "页码",
    "prefix of the number": "字号之前的字母",
    "row before the opening sentence": "首句之前的一行",
    "row of links": "一行链接",
    "row that names the item and ends as a reply's title does": "写明所答之件、并以答复标题的方式结尾的一行",
    "signature": "署名",
    "source and share bar": "来源和分享栏",
    "term and session in one phrase": "连写的届次",
    "the letterhead goes before the title": "版头优先于标题",
    "the proposal itself, not the reply": "是提案本身，不是答复",
    "a letter that hands something on or asks for it": "转送、交办或请求事项的文件",
    "a notice": "通知、通报类文件",
    "a plan or a rule": "方案、办法类文件",
    "a report": "报告、总结类文件",
    "address of the site": "网站的地址和电话",
    "advertising": "广告",
    "another form is filled in or stands before it": "另有已填写的或更靠前的征询表",
    "head of a list of other documents": "其他文件列表的标题",
    "left over from a word processor or a template": "文字处理软件或模板的残留",
    "minutes or news of a meeting": "会议纪要或会议消息",
    "news": "新闻报道",
    "written as the answer": "直接写明的答案",
    "neither a reply's title nor an acknowledging sentence": "既无答复标题也无收悉语",
    "empty": "空行",
    "the banner of a site whose page names another organ": "网站名称，页面信息另写有发布机构",
    "gave its opinion as one asked to help": "提出会办意见的单位",
    "handled it together with the organ that answers": "与答复单位共同办理的单位",
    "the organ that answers": "答复单位自身",
    "title of a form": "表格的标题",
    "value under its label": "栏目下一行的内容",
    "what the letter prints goes before metadata": "信文所印优先于页面信息",
    "words that begin as a marker does": "与序号同形的普通文字",
    "word for the kind outside the topic": "案由之外的件类用词",
}
_WITH_WORDING = (  # beginning and end around a wording of the document
    (("behind the label ", ""), ("栏目“", "”之后")),
    (("behind ", " in the opening"), ("开头“", "”之后")),
    (("behind ", ""), ("“", "”之后")),
    (("inside ", ""), ("", "之内")),
    (("labelled ", ""), ("标有“", "”")),
    (("ticked by ", ""), ("以“", "”勾选")),
    (("sentence with ", ""), ("含“", "”的句子")),
)
_PLACES = {"title: ": "标题：", "receipt sentence: ": "收悉语："}

_STEPS = {
    "beside": "正文以外的内容",
    "invisible": "不可见字符",
    "hidden": "不显示的内容",
    "portal": "网页栏目",
    "further": "同一文件中的其他信件",
    "columns": "并排标记",
    "flattened": "拆行",
    "metadata": "页面信息",
    "furniture": "网页部件",
    "marks": "纸面标注",
    "form": "征询表",
    "letter": "信函",
    "head": "文头",
    "addressee": "主送",
    "body": "正文",
    "tail": "文尾",
    "parties": "各方",
    "matter": "所答事项",
    "contents": "内容",
    "structure": "结构线索",
    "personal": "个人信息",
    "identity": "文号与地名",
    "typography": "字符",
    "genre": "文种",
    "leftover": "余下文字",
}


def reason_label(reason: str, language: Language) -> str:
    """Why evidence was accepted or turned down."""
    if language is Language.EN:
        return reason
    for place, words in _PLACES.items():
        if reason.startswith(place):
            return words + reason_label(reason.removeprefix(place), language)
    if reason in _REASONS:
        return _REASONS[reason]
    for (begins, ends), (before, after) in _WITH_WORDING:
        if reason.startswith(begins) and reason.endswith(ends):
            return before + reason.removeprefix(begins).removesuffix(ends) + after
    return reason


def step_label(step: str, language: Language) -> str:
    """The step of the reading that gave the evidence."""
    return step if language is Language.EN else _STEPS.get(step, step)
