"""The letter ends without the organ's name and the date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Reply
from govreply.rules.base import Context, Explanation, Problem, Rule
from govreply.span import Span

if TYPE_CHECKING:
    from govreply.testing import Passes, Violates

_HTML = "text/html"
_BOTH = Bilingual("署名和成文日期", "signature and date")
_NAME = Bilingual("署名", "a signing organ")
_DATE = Bilingual("成文日期", "a date")


def check(reply: Reply, context: Context) -> Iterator[Problem]:
    """At most one problem, on the last words of the letter or on what there is of the signature."""
    signature = reply.signature
    # a letterhead names the organ, so a date alone below the letter is enough
    named = bool(signature and signature.agencies) or (signature is not None and reply.issuer is not None)
    dated = (signature is not None and signature.date_text is not None) or _unreadable(reply)
    if named and dated:
        return
    what = _BOTH if not named and not dated else _DATE if named else _NAME
    yield Problem(
        span=signature.span if signature else _end(reply),
        message=Bilingual(f"文末没有{what.zh}", f"the letter ends without {what.en}"),
        severity=Severity.INFO if _is_extract(reply) else None,
        suggestion=Bilingual(
            "补全署名和成文日期；若是网页摘录，与原件核对",
            "add organ and date; if this is an extract of a page, compare the original",
        ),
    )


def _unreadable(reply: Reply) -> bool:
    return any(d.field is not None and d.field.split(".")[0] == "signature" for d in reply.diagnostics)


def _is_extract(reply: Reply) -> bool:
    """Whether the text was taken from a page: it says so, or the head of the letter was left behind."""
    if reply.published or reply.source.media_type == _HTML or reply.metadata:
        return True
    return reply.issuer is None and reply.document_number is None


def _end(reply: Reply) -> Span:
    """The last piece of the letter's own text."""
    pieces = [*reply.closing, *reply.outlook] or [*reply.paragraphs, *filter(None, (reply.receipt, reply.title))]
    last = max((piece.span for piece in pieces), key=lambda s: s.end, default=Span(0, 0))
    sections = max((section.span for section in reply.sections), key=lambda s: s.end, default=None)
    if sections is not None and sections.end > last.end:
        return Span(sections.end, sections.end)
    return last


def violates() -> Iterable[Violates]:
    """Letters without an end."""
    from govreply.testing import Format, Letter, Violates

    unsigned = Letter(signature=(), date=None)
    thanks = "感谢您对我市水务工作的关心和支持。"
    yield Violates(unsigned, at=thanks, note="全文止于感谢句")
    yield Violates(Letter(date=None), at="武汉市水务局", note="有署名而无成文日期")
    yield Violates(unsigned, at=thanks, note="网页摘录只作提示", severity=Severity.INFO, format=Format.HTML)


def passes() -> Iterable[Passes]:
    """Letters that are signed."""
    from govreply.testing import Format, Letter, Passes

    yield Passes(Letter(), note="署名和日期齐全")
    yield Passes(Letter(signature=()), note="署名即信头，文末只有日期")
    yield Passes(Letter(date="二〇二三年六月十二日"), note="汉字日期")
    yield Passes(Letter(), note="网页上的完整答复", format=Format.HTML)


RULE = Rule(
    name="signature-missing",
    code="STR012",
    family="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    title=Bilingual("缺署名或成文日期", "Signature or date missing"),
    explanation=Explanation(
        contradiction=Bilingual(
            "文末没有署名，或没有成文日期。", "The letter ends without a signing organ or without a date."
        ),
        importance=Bilingual(
            "成文日期决定办理是否超期和归入哪一年度；没有署名就没有责任者。",
            "The date decides on deadlines and on the year of filing; without a signature nobody answers for the letter.",
        ),
        silent=(
            Bilingual("网页摘录常略去落款，只作提示", "extracts of web pages often leave it out: only a hint"),
            Bilingual("署名即信头、文末只有日期", "a date alone, where the letterhead names the organ"),
            Bilingual("日期写法有疑义的，不算缺", "dates in a doubtful writing, which are not missing"),
        ),
        grounds=Bilingual("GB/T 9704-2012 第7.3.5条", "GB/T 9704-2012, clause 7.3.5"),
    ),
    check=check,
    violates=violates,
    passes=passes,
)
