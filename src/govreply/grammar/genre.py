"""Whether the document is a reply at all: a letter to those who raised a matter, that answers it."""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.organs import is_organ
from govreply.grammar.rows import Grid, Row, as_text
from govreply.lexicon.fold import fold
from govreply.model import Matter
from govreply.patterns import compile_pattern
from govreply.span import Span

_MAILBOX_HEAD = compile_pattern(
    r"[市县区局州旗镇乡院部厅委盟][长]信箱|(?:书记|领导|主任|公众|厅长|部长)信箱|网友留言|领导留言板|公众留言|来信选登|12345"
)
_MAILBOX_LABEL = compile_pattern(
    r"(?P<label>(?:信件|来信|写信|留言|诉求|工单|咨询|投诉|信访件?)(?:编号|标题|主题|人|内容|时间|日期|类型|分类|状态|部门|对象|人姓名)"
    r"|(?:受理|办结|回复|答复|处理)(?:单位|部门|时间|日期|状态|内容|结果)|官方回复|网友留言|满意度评价|查询码) {0,3}(?:：|$)"
)
_MAILBOX_ONLY = compile_pattern(r"信件|来信|写信|留言|诉求|工单|咨询|投诉|信访|官方回复|查询码")
_PROPOSAL_LABEL = compile_pattern(
    r"^(?:提案人|提案者|第一提案人|审查意见|立案意见|案由|提案编号|提案号|附议人|联名提案人|联名人|建议人|领衔代表|领衔人|建议编号|提案形式|提案分类|提交时间|提案内容|建议内容|承办单位|主办单位|协办单位|会办单位|办复于|办复时间|立案情况)(?:：|(?=20))"
)
_ANOTHER_GENRE = (
    (
        compile_pattern(
            r"关于(?:报送|呈报|上报|转送|转发|印发|交办|转办)(?!.{0,60}(?:会办|协办))|关于(?:商请|恳请|征求|申请|函请|提请)"
        ),
        "a letter that hands something on or asks for it",
    ),
    (
        compile_pattern(
            r"(?:办理|办复|落实|答复)(?:工作|结果|进展)?(?:情况|结果|工作)?(?:的?)(?:汇报|报告|公告|通报|公示|总结|综述|公开|目录|一览表|汇总表|统计表|清单|台账|情况表)(?:（.{1,20}）)?$"
        ),
        "a report on many matters",
    ),
    (compile_pattern(r"(?:通知|通报|公告|公示|通告|公报|批复|决定|决议)(?:（.{1,20}）)?$"), "a notice"),
    (
        compile_pattern(
            r"(?:纪要|会议记录|推进会|座谈会|协商会|面商会|交办会|部署会|调度会|督办会|见面会|汇报会)(?:召开)?$"
        ),
        "minutes or news of a meeting",
    ),
    (
        compile_pattern(
            r"(?:工作方案|实施方案|工作计划|实施计划|工作安排|工作要点|任务分解|办法|规定|细则|条例|制度|规则|讲话|致辞)(?:（.{1,20}）)?$"
        ),
        "a plan or a rule",
    ),
    (
        compile_pattern(
            r"(?:审议|审查|审核)(?:结果|情况)?(?:的?)(?:报告|意见)$|(?:述职|工作|调研|视察|执法检查)报告$|工作总结$|情况汇报$|情况通报$"
        ),
        "a report",
    ),
)
_ASKS_OTHERS = compile_pattern(
    r"^(?:[\p{Han}]{2,30})?关于(?:商请|恳请|函请|提请|征求|征询|申请|请求|要求)[^。]{2,80}(?<![复答])函(?:（.{1,20}）)?$"
)
# 《关于调整水价的请示》（昌发改请〔2024〕19号）收悉: a paper of another kind was received
_OTHER_RECEIVED = compile_pattern(
    r"《(?![^》]{0,80}(?:第[^》]{1,16}号|会办|协办|分办|主办))[^《》]{2,40}(?:〈[^〈〉]{2,60}〉)?[^《》]{0,40}(?:请示|申请|函)》(?:（[^（）]{1,40}）)?(?:已经?)?收?悉"
)
_ANOTHER_REQUEST = compile_pattern(
    r"信息公开(?:申请)?[\p{Han}]{0,8}(?:答复|告知)书?$|信访(?:事项)?[\p{Han}]{0,8}(?:答复|处理|复查|复核|告知)(?:意见)?书$|信息公开申请收悉"
)
_TEMPLATE_TITLE = compile_pattern(r"[×xX＊*_＿○〇]{1,4} ?次会议.{0,12}第 ?[×xX＊*_＿○〇]{1,8} ?号")
_MASKED_NAME = compile_pattern(r"[×xX＊*_＿○〇]{2,8}")
_NEWS = compile_pattern(
    r"^(?:本报|本网|本台)?(?:讯|消息)|^.{0,12}(?:记者|通讯员)[\p{Han} ]{2,8}(?:报道|）)|记者(?:从|获悉|了解到)|^(?:近日|日前|昨日|连日来)，"
)
_NEWS_LEAD = compile_pattern(
    r"^(?:本报|本网|本台|[\p{Han}]{2,10}(?:报|网|融媒)[\p{Han}]{0,4})(?:讯|消息)|^.{0,24}(?:记者|通讯员)"
)
_ASKS = compile_pattern(
    r"^(?:为此|因此|对此|鉴于此|基于此)?，?(?:我们?|特)?(?:提出)?(?:以下|如下|几点|具体)?建议(?:如下)?：?$|建议如下：$|^(?:为此|因此|对此)，?(?:我|特|提出|建议)|以上(?:建议|提案)，"
)
_ANSWERS = compile_pattern(r"您|贵|你们|你(?:提出|的)|我[局委办厅部院会市县区镇街司行]|答复|采纳")
_FILE = compile_pattern(r"(?i)\.(?:docx?|pdf|wps|ofd|rar|zip)\b|详见附件|见附件|答复内容.{0,4}附件")
_NO_HEADLINE = compile_pattern(r"[。；]|：$")
_NO_HEADLINE_BY_SHAPE = compile_pattern(r"：")
_TITLE_OF_PAPER = compile_pattern(r"^关于.{4,60}的(?:通知|通报|公告|公示|报告|函|请示|批复|意见|方案)$")
_HEAD_ROWS = 5


def judge(draft: Draft) -> None:
    """Set ``is_reply``; where it is none, say why."""
    reason = _reason_against(draft)
    draft.is_reply = not reason
    if reason:
        draft.why.reject("is_reply", "", Span(0, 0), reason)
        draft.diagnose("not-a-reply", Span(0, len(draft.document.source.text)), "is_reply", reason)
        _headline(draft)
    else:
        draft.why.accept("is_reply", "", Span(0, 0), "an addressee or a reply's title, and a matter that is answered")


def _reason_against(draft: Draft) -> str:
    rows = _rows(draft)
    texts = [row.folded for row in rows]
    if _is_mailbox(texts):
        return "a letter of the public mailbox"
    if any(_ANOTHER_REQUEST.search(t) for t in texts[:_HEAD_ROWS] if len(t) <= 90):
        return "an answer to a request of another kind"
    if any(_ASKS_OTHERS.search(t) for t in (fold(draft.title.text) if draft.title else "", *texts[:_HEAD_ROWS])):
        return "a letter that hands something on or asks for it"
    if draft.receipt is not None and _OTHER_RECEIVED.search(fold(draft.receipt.text)):
        return "an answer to a paper of another kind"
    if draft.receipt is None and draft.feedback is None and _is_proposal(draft, texts):
        return "the proposal itself, not the reply"
    other = _other_genre(draft, rows)
    if other:
        return other
    if any(_NEWS.search(t) for t in texts) and (draft.receipt is None or _tells_news(draft, texts)):
        return "news"
    if not any(_is_named(m) for m in draft.matters):
        return "no proposal or suggestion is named"
    masked = all(_MASKED_NAME.fullmatch(fold(a.name)) for a in draft.addressees)
    if draft.title is not None and masked and _TEMPLATE_TITLE.search(fold(draft.title.text)):
        return "a template that nobody filled in"
    if draft.receipt is None and draft.title is None:
        return "neither a reply's title nor an acknowledging sentence"
    if not draft.addressees and draft.title is None and not any(_is_identified(m) for m in draft.matters):
        return "nobody is addressed"
    return ""


def _tells_news(draft: Draft, texts: list[str]) -> bool:
    """Whether the acknowledging sentence is one that a report quotes."""
    return not draft.addressees and any(_NEWS_LEAD.search(text) for text in texts)


def _rows(draft: Draft) -> list[Row]:
    """All rows but the page's furniture and the form, in the order of the source."""
    claimed = [p for p, what in draft.claimed if what not in ("furniture", "form", "signer")]
    rows = [p for p in [*claimed, *draft.pieces] if isinstance(p, Row)]
    cells = [row for p in [*claimed, *draft.pieces] if isinstance(p, Grid) for cell in p.cells for row in cell.rows]
    return sorted([*rows, *cells], key=_start)


def _is_mailbox(texts: list[str]) -> bool:
    """Two labels of a mailbox page, or its name and one of them; a menu's 市长信箱 alone tells nothing."""
    labels = {m["label"] for t in texts if len(t) <= 80 for m in _MAILBOX_LABEL.finditer(t)}
    own = {label for label in labels if _MAILBOX_ONLY.search(label)}
    named = any(_MAILBOX_HEAD.search(t) for t in texts if len(t) <= 24)
    return len(own) >= 2 or (named and bool(labels)) or (bool(own) and len(labels) >= 3)


def _is_proposal(draft: Draft, texts: list[str]) -> bool:
    """The proposer's own text: its labels, or its requests under a reply's title with the reply attached as a file."""
    if sum(_PROPOSAL_LABEL.match(t) is not None for t in texts) >= 2:
        return True
    if draft.addressees:
        return False
    body = [t for t in texts if len(t) > 12]
    answers = any(
        _ANSWERS.search(t) for t in body if draft.title is None or (t != draft.title.text and not _FILE.search(t))
    )
    return not answers and any(_ASKS.search(t) or _FILE.search(t) for t in texts)


def _other_genre(draft: Draft, rows: list[Row]) -> str:
    """Another kind of paper by its headline, unless it acknowledges one numbered matter and is addressed."""
    if (
        draft.receipt is not None
        and draft.addressees
        and any(m.number is not None or m.title is not None for m in draft.matters)
    ):
        return ""
    if draft.title is not None:
        headlines = [draft.title.text]
    else:
        first = [r.folded for r in rows[:_HEAD_ROWS]]
        headlines = first + [r.folded for r in rows if r.is_heading][:2]
    for text in headlines:
        if 6 <= len(text) <= 90 and "。" not in text:
            found = next((reason for pattern, reason in _ANOTHER_GENRE if pattern.search(text)), "")
            if found:
                return found
    return ""


def _headline(draft: Draft) -> None:
    """The title of a document that is no reply: its first row, if that is a headline by mark-up or by its shape."""
    if draft.title is not None:
        return
    rows = sorted(
        (
            p
            for p, what in [*draft.claimed, *((r, "") for r in draft.rows)]
            if isinstance(p, Row) and what != "furniture"
        ),
        key=_start,
    )
    heading = next((r for r in rows if r.is_heading), None)
    first = heading or next(iter(rows), None)
    if heading is None and first is not None and len(rows) > 1 and is_organ(first.folded):
        first = rows[1] if _TITLE_OF_PAPER.search(rows[1].folded) else first  # 某办公室 | 关于…的通知
    if first is None or not 8 <= len(first.folded) <= 80 or _NO_HEADLINE.search(first.folded):
        return
    if heading is None and _NO_HEADLINE_BY_SHAPE.search(first.folded):
        return  # a line of metadata
    draft.title = as_text(first.tidy)
    draft.why.accept("title", first.text, first.span, "headline of a document that is no reply")


def _start(row: Row) -> int:
    return row.span.start


def _is_identified(matter: Matter) -> bool:
    """Beyond doubt one matter of an assembly: cut out of its page, a letter may lack its title and its addressee."""
    return matter.kind is not None and matter.number is not None and matter.session is not None


def _is_named(matter: Matter) -> bool:
    """A number, a topic or a session together with a kind."""
    return matter.kind is not None and (
        matter.number is not None or matter.title is not None or matter.session is not None
    )
