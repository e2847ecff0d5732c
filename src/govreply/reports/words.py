"""The words that reports use, in both languages: verdicts, severities, causes and the fields of a reply."""

from __future__ import annotations

from enum import StrEnum

from govreply.errors import Cause
from govreply.findings import RuleState, Severity, Verdict
from govreply.language import Bilingual, Language

VERDICTS: dict[Verdict, Bilingual] = {
    Verdict.FAIL: Bilingual("不通过", "failed"),
    Verdict.UNDETERMINED: Bilingual("无法判定", "undetermined"),
    Verdict.PASS: Bilingual("通过", "passed"),
}
UNREAD = Bilingual("未能读取", "not read")

SEVERITIES: dict[Severity, Bilingual] = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("提示", "info"),
}
# as rich names them; here because every list of severities looks alike
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}

CAUSES: dict[Cause, Bilingual] = {
    Cause.NOT_FOUND: Bilingual("不存在", "not found"),
    Cause.NO_ACCESS: Bilingual("无权读取", "no permission to read"),
    Cause.EMPTY: Bilingual("内容为空", "empty"),
    Cause.UNSUPPORTED: Bilingual("格式不受支持", "unsupported format"),
    Cause.ENCODING: Bilingual("编码无法识别", "unknown character encoding"),
    Cause.CORRUPT: Bilingual("文件损坏", "damaged"),
    Cause.ENCRYPTED: Bilingual("文件加密", "encrypted"),
    Cause.NEEDS_OCR: Bilingual("需要文字识别", "needs text recognition"),
    Cause.LIMIT: Bilingual("超出上限", "limit passed"),
    Cause.TIMEOUT: Bilingual("读取超时", "timed out"),
    Cause.MEMORY: Bilingual("内存不足", "out of memory"),
    Cause.CRASHED: Bilingual("程序出错", "crashed"),
}

STATES: dict[RuleState, Bilingual] = {
    RuleState.FOUND: Bilingual("有问题", "found"),
    RuleState.PASSED: Bilingual("无问题", "passed"),
    RuleState.NOT_APPLICABLE: Bilingual("不适用", "not applicable"),
    RuleState.UNDETERMINED: Bilingual("无法判定", "undetermined"),
    RuleState.CRASHED: Bilingual("规则出错", "crashed"),
}

FIELDS: dict[str, Bilingual] = {
    "source": Bilingual("来源", "source"),
    "issuer": Bilingual("发文机关", "issuer"),
    "document_number": Bilingual("发文字号", "document number"),
    "organ_code": Bilingual("机关代字", "organ code"),
    "year": Bilingual("年份", "year"),
    "serial": Bilingual("序号", "serial"),
    "disposition": Bilingual("办理结果类别", "disposition"),
    "disclosure": Bilingual("公开属性", "disclosure"),
    "signer": Bilingual("签发人", "signer"),
    "title": Bilingual("标题", "title"),
    "matter": Bilingual("所答事项", "matter"),
    "matters": Bilingual("所答各件", "matters"),
    "kind": Bilingual("种类", "kind"),
    "kind_word": Bilingual("件类用词", "word for the kind"),
    "assembly": Bilingual("会议机构", "assembly"),
    "body": Bilingual("机构性质", "body"),
    "level": Bilingual("层级", "level"),
    "term": Bilingual("届", "term"),
    "session": Bilingual("次", "session"),
    "session_text": Bilingual("届次原文", "session as written"),
    "number": Bilingual("编号", "number"),
    "category": Bilingual("分类号", "category number"),
    "addressees": Bilingual("主送", "addressees"),
    "honorific": Bilingual("称谓", "honorific"),
    "receipt": Bilingual("收悉语", "receipt"),
    "joint_agencies": Bilingual("会办单位", "joint agencies"),
    "sections": Bilingual("正文各部分", "sections"),
    "heading": Bilingual("小标题", "heading"),
    "paragraphs": Bilingual("段落", "paragraphs"),
    "measures": Bilingual("措施", "measures"),
    "outlook": Bilingual("下一步", "outlook"),
    "closing": Bilingual("结尾", "closing"),
    "signature": Bilingual("署名", "signature"),
    "date": Bilingual("日期", "date"),
    "iso": Bilingual("规范日期", "normalised date"),
    "date_text": Bilingual("日期原文", "date as written"),
    "contacts": Bilingual("联系方式", "contacts"),
    "contact_labels": Bilingual("联系栏目", "contact labels"),
    "role": Bilingual("称呼", "role"),
    "name": Bilingual("姓名", "name"),
    "phones": Bilingual("电话", "phones"),
    "phone": Bilingual("电话", "phone"),
    "extension": Bilingual("分机", "extension"),
    "postcode": Bilingual("邮编", "postcode"),
    "address": Bilingual("地址", "address"),
    "copies": Bilingual("抄送", "copies"),
    "attachments": Bilingual("附件", "attachments"),
    "agencies": Bilingual("所提单位", "agencies"),
    "canonical": Bilingual("全称", "full name"),
    "roles": Bilingual("角色", "roles"),
    "citations": Bilingual("引用文件", "citations"),
    "figures": Bilingual("数据", "figures"),
    "unit": Bilingual("单位", "unit"),
    "approximate": Bilingual("约数", "approximate"),
    "subject": Bilingual("对象", "subject"),
    "dates": Bilingual("文中日期", "dates"),
    "mentions": Bilingual("各处提及", "mentions of a matter"),
    "announcements": Bilingual("预告的条数", "announced counts"),
    "listed": Bilingual("所列条数", "items listed"),
    "conclusions": Bilingual("结论语", "conclusions"),
    "feedback": Bilingual("征询意见表", "feedback form"),
    "proposer": Bilingual("提出人", "proposer"),
    "matter_title": Bilingual("案由", "title of the matter"),
    "organ": Bilingual("承办单位", "organ"),
    "place": Bilingual("地点", "place"),
    "label": Bilingual("栏目", "label"),
    "value": Bilingual("值", "value"),
    "options": Bilingual("选项", "options"),
    "checked": Bilingual("勾选", "checked"),
    "selected": Bilingual("已选", "selected"),
    "multiple": Bilingual("可多选", "several may be ticked"),
    "empty": Bilingual("未填", "left empty"),
    "count": Bilingual("条数", "count"),
    "noun": Bilingual("所数之物", "things counted"),
    "open_ended": Bilingual("不限于此", "open-ended"),
    "code": Bilingual("类别", "class"),
    "choices": Bilingual("选项", "choices"),
    "fields": Bilingual("其他栏目", "other cells"),
    "opinion": Bilingual("意见", "opinion"),
    "blank": Bilingual("空白表", "blank form"),
    "metadata": Bilingual("页面信息", "page metadata"),
    "element": Bilingual("归属", "taken for"),
    "parts": Bilingual("原文各行", "lines of the source"),
    "arithmetic": Bilingual("可验算的数据", "figures that can be reckoned"),
    "breakdowns": Bilingual("分项", "breakdowns"),
    "shares": Bilingual("占比", "shares"),
    "changes": Bilingual("变化", "changes"),
    "ranges": Bilingual("区间", "ranges"),
    "hedges": Bilingual("概数", "roundings"),
    "part": Bilingual("部分", "part"),
    "whole": Bilingual("总体", "whole"),
    "stated": Bilingual("所称", "stated"),
    "total": Bilingual("总数", "total"),
    "exhaustive": Bilingual("分项为全部", "parts fill the whole"),
    "partial": Bilingual("分项可以不全", "parts may be missing"),
    "base": Bilingual("前值", "before"),
    "now": Bilingual("后值", "after"),
    "falling": Bilingual("下降", "falling"),
    "adjusted": Bilingual("另有口径", "reckoned on another basis"),
    "first": Bilingual("起", "from"),
    "last": Bilingual("止", "to"),
    "words": Bilingual("概数词", "words of rounding"),
    "citing": Bilingual("引文线索", "hints in citations"),
    "marks": Bilingual("书名号", "title marks"),
    "fault": Bilingual("问题", "fault"),
    "outer": Bilingual("外层", "outer mark"),
    "laws": Bilingual("失效法规", "repealed laws"),
    "law": Bilingual("法规", "law"),
    "repealed": Bilingual("失效日期", "repealed on"),
    "successor": Bilingual("替代法规", "successor"),
    "in_force": Bilingual("作为现行依据", "relied on as current"),
    "issued": Bilingual("所称发文", "named issuers"),
    "citation": Bilingual("引文", "citation"),
    "damaged": Bilingual("符号丢失", "signs lost"),
    "page_date": Bilingual("页面日期", "date on the page"),
    "published": Bilingual("公开发布件", "published copy"),
    "diagnostics": Bilingual("解析说明", "diagnostics"),
    "is_reply": Bilingual("是否答复", "is a reply"),
}


def field_label(name: str, language: Language) -> str:
    """The word for a key of the reply; the key itself where there is none."""
    words = FIELDS.get(name)
    return words.within(language) if words else name


VALUES: dict[str, Bilingual] = {
    "proposal": Bilingual("提案", "proposal"),
    "suggestion": Bilingual("建议", "suggestion"),
    "bill": Bilingual("议案", "bill"),
    "cppcc": Bilingual("政协", "CPPCC"),
    "npc": Bilingual("人大", "People's Congress"),
    "national": Bilingual("全国", "national"),
    "provincial": Bilingual("省级", "provincial"),
    "municipal": Bilingual("市级", "municipal"),
    "county": Bilingual("县级", "county"),
    "township": Bilingual("乡级", "township"),
    "person": Bilingual("个人", "person"),
    "party": Bilingual("党派", "party"),
    "organisation": Bilingual("组织", "organisation"),
    "group": Bilingual("小组", "group"),
    "public": Bilingual("主动公开", "public"),
    "on_request": Bilingual("依申请公开", "on request"),
    "withheld": Bilingual("不予公开", "withheld"),
    "issuer": Bilingual("发文", "issuer"),
    "lead": Bilingual("主办", "lead"),
    "joint": Bilingual("会办", "joint"),
    "signatory": Bilingual("署名", "signatory"),
    "addressee": Bilingual("主送", "addressee"),
    "copied": Bilingual("抄送", "copied"),
    "mentioned": Bilingual("提及", "mentioned"),
    "effect": Bilingual("办理效果", "effect"),
    "rating": Bilingual("结果评价", "rating"),
    "disclosure": Bilingual("答复公开", "disclosure"),
    "attitude": Bilingual("办理态度", "attitude"),
    "contact_before": Bilingual("沟通联系", "contact before"),
    "other": Bilingual("其他", "other"),
    "actual": Bilingual("现状", "actual"),
    "planned": Bilingual("计划", "planned"),
    "added": Bilingual("新增", "added"),
    "left": Bilingual("剩余", "left"),
    "each": Bilingual("每个或上限", "each or a bound"),
    "growth": Bilingual("增长百分数", "growth in per cent"),
    "points": Bilingual("百分点", "percentage points"),
    "grown_by": Bilingual("增长几倍", "grown by a multiple"),
    "times": Bilingual("是几倍", "a multiple"),
    "unclosed": Bilingual("缺后半", "unclosed"),
    "unopened": Bilingual("缺前半", "unopened"),
    "nested": Bilingual("套用", "nested"),
    "solved": Bilingual("已解决", "solved"),
    "cannot": Bilingual("不能解决", "cannot be solved"),
}


def value_label(value: object, language: Language) -> str:
    """The words for a value of a closed list such as :class:`~govreply.model.Level`, for yes and no; else the value."""
    if isinstance(value, StrEnum) and value.value in VALUES:
        return VALUES[value.value].within(language)
    if isinstance(value, bool):
        return (Bilingual("是", "yes") if value else Bilingual("否", "no")).within(language)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)
