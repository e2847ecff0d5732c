"""Masking: what is private is not carried further by a report that points at it, unless somebody asks to see it.

Masked are the messages, labels, suggestions and repairs of findings, the wordings of diagnostics, and the source that
excerpts are cut from; every place keeps its length, so that positions and carets stay true.
"""

from __future__ import annotations

from collections.abc import Callable

from ahocorasick_rs import AhoCorasick, MatchKind
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
_NARROW = {ord(sign) + 0xFEE0: sign for sign in map(chr, range(0x21, 0x7F))}


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
        source=evolve(result.source, text=masked_source(result.source.text, personal)),
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
    """Masks every writing of the private texts, whatever blanks and punctuation stand inside, in digits of either width.

    Of two that overlap the longer one counts. The time that masking takes does not depend on how many there are.
    """
    kinds: dict[str, PersonalKind] = {}
    for one in personal:
        kinds.setdefault(_core(one.text)[0], one.kind)
    kinds.pop("", None)
    if not kinds:
        return str
    writings = list(kinds)
    automaton = AhoCorasick(writings, matchkind=MatchKind.LeftmostLongest)

    def hide(text: str) -> str:
        core, places = _core(text)
        found = automaton.find_matches_as_indexes(core)
        if not found:
            return text
        parts, at = [], 0
        for index, first, behind in found:
            start, end = places[first], places[behind - 1] + 1
            parts += [text[at:start], masked(text[start:end], kinds[writings[index]])]
            at = end
        return "".join([*parts, text[at:]])

    return hide


def _core(text: str) -> tuple[str, list[int]]:
    """The letters and digits of `text`, full-width ones as ASCII, and where each stands."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    return "".join(text[at] for at in places).translate(_NARROW), places


def masked_source(text: str, personal: tuple[Personal, ...]) -> str:
    """`text`, the source that `personal` was read from, with stars in its places."""
    signs = list(text)
    for one in personal:
        for span in one.pieces or (one.span,):
            signs[span.start : span.end] = masked(text[span.start : span.end], one.kind)
    return "".join(signs)
