"""Masking: what is private is not carried further by a report that points at it, unless somebody asks to see it.

Masked are the messages, labels, suggestions and repairs of findings, the wordings of diagnostics, and the source that
excerpts are cut from; every place keeps its length, so that positions and carets stay true.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from govreply.findings import Finding, Related, Result
from govreply.model import Personal, PersonalKind

STAR = "*"
# signs left at both ends: enough to find the place, too little to reach anybody
_LEFT: dict[PersonalKind, tuple[int, int]] = {
    PersonalKind.MOBILE: (3, 2),
    PersonalKind.PHONE: (0, 2),
    PersonalKind.ID_NUMBER: (2, 1),
    PersonalKind.BANK_ACCOUNT: (0, 4),
    PersonalKind.ADDRESS: (2, 0),
}


def masked(text: str, kind: PersonalKind) -> str:
    """`text` with stars for all but a few signs, in the same length; blanks and hyphens stay."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    head, tail = _LEFT[kind]
    hidden = set(places[head : len(places) - tail if tail else None])
    return "".join(STAR if at in hidden else sign for at, sign in enumerate(text))


def veiled(result: Result) -> Result:
    """`result` as it may be reported: the same findings at the same places, with everything private masked."""
    personal = result.reply.personal if result.reply else ()
    if not personal or result.source is None or result.reply is None:
        return result
    hide = hider(personal)
    return evolve(
        result,
        source=evolve(result.source, text=_masked_source(result.source.text, personal)),
        reply=evolve(
            result.reply,
            diagnostics=tuple(evolve(d, detail=hide(d.detail)) for d in result.reply.diagnostics),
        ),
        findings=tuple(_finding(finding, hide) for finding in result.findings),
        waived=tuple(evolve(w, finding=_finding(w.finding, hide)) for w in result.waived),
    )


def _finding(finding: Finding, hide: Callable[[str], str]) -> Finding:
    return evolve(
        finding,
        message=hide(finding.message),
        related=tuple(Related(span=r.span, label=hide(r.label)) for r in finding.related),
        fix=evolve(finding.fix, text=hide(finding.fix.text)) if finding.fix else None,
        suggestion=hide(finding.suggestion) if finding.suggestion else None,
    )


def hider(personal: tuple[Personal, ...]) -> Callable[[str], str]:
    """Masks every writing of the private texts; longer ones first, as one may hold another."""
    writings: dict[str, str] = {}
    for one in personal:
        for text in (one.text, "".join(c for c in one.text if c.isalnum())):
            writings.setdefault(text, masked(text, one.kind))
    ordered = sorted(writings.items(), key=lambda item: -len(item[0]))

    def hide(text: str) -> str:
        for written, stars in ordered:
            text = text.replace(written, stars)
        return text

    return hide


def _masked_source(text: str, personal: tuple[Personal, ...]) -> str:
    signs = list(text)
    for one in personal:
        for span in one.pieces or (one.span,):
            signs[span.start : span.end] = masked(text[span.start : span.end], one.kind)
    return "".join(signs)
