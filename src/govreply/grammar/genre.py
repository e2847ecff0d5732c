"""Whether the document is a reply at all: a letter to those who raised a matter, that answers it."""

from __future__ import annotations

from govreply.grammar.draft import Draft
from govreply.grammar.rows import Row, as_text
from govreply.model import Matter
from govreply.patterns import compile_pattern
from govreply.span import Span

_MAILBOX = compile_pattern(r"市长信箱|来信内容|信件编号|来信标题|县长信箱|局长信箱|书记信箱|网友留言|留言内容|来信人")
_ROUNDUP = compile_pattern(r"办理情况的?(?:汇报|报告|公告|通报|公示|总结)$|推进会|工作总结|情况汇报")
_PROPOSAL = compile_pattern(r"^(?:提案人|提案者|审查意见|案由|提案编号|附议人|联名提案人|建议人|领衔代表)：")

_NO_HEADLINE = compile_pattern(r"[。：；]")


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
    texts = [row.folded for row in draft.rows] + [
        piece.folded for piece, _ in draft.claimed if hasattr(piece, "folded")
    ]
    if any(_MAILBOX.search(t) for t in texts if len(t) <= 60):
        return "a letter of the public mailbox"
    if sum(_PROPOSAL.match(t) is not None for t in texts) >= 2 and draft.feedback is None and draft.receipt is None:
        return "the proposal itself, not the reply"
    if any(_ROUNDUP.search(t) for t in texts if 8 <= len(t) <= 60):
        return "a report on many matters"
    named = any(_is_named(m) for m in draft.matters)
    if not named:
        return "no proposal or suggestion is named"
    if draft.receipt is None and draft.title is None:
        return "neither a reply's title nor an acknowledging sentence"
    if not draft.addressees and draft.title is None:
        return "nobody is addressed"
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
    if first is None or not 8 <= len(first.folded) <= 80 or _NO_HEADLINE.search(first.folded):
        return
    draft.title = as_text(first.tidy)
    draft.why.accept("title", first.text, first.span, "headline of a document that is no reply")


def _start(row: Row) -> int:
    return row.span.start


def _is_named(matter: Matter) -> bool:
    """A number, a topic or a session together with a kind."""
    return matter.kind is not None and (
        matter.number is not None or matter.title is not None or matter.session is not None
    )
