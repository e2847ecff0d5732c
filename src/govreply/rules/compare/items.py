"""Every place that names the item answered, so that rules can lay them side by side."""

from __future__ import annotations

from govreply.model import Matter, MatterKind, Reply, Text, Where
from govreply.rules.compare.numbers import same_number, serials_agree

# places that speak of the item answered; running text and closing may speak of earlier items
_ABOUT = (Where.HEAD, Where.TITLE, Where.RECEIPT, Where.FORM, Where.OPINION, Where.METADATA)

# wording that says the item changed its kind on purpose, or was handed in between sessions
CONVERTED = ("转作", "转为", "改作", "改为", "作为建议", "作为代表建议", "作建议")
BETWEEN_SESSIONS = ("平时", "闭会", "会后")


def all_mentions(reply: Reply) -> tuple[Matter, ...]:
    """Every naming of a matter with its place, the form's cells and its opinion included, in document order."""
    found = list(reply.mentions)
    form = reply.feedback
    if form is not None:
        known = {m.number.span for m in found if m.number} | {m.title.span for m in found if m.title}
        number = form.number if form.number and form.number.span not in known else None
        title = form.matter_title if form.matter_title and form.matter_title.span not in known else None
        cell = number or title
        if cell is not None:
            found.append(Matter(span=cell.span, where=Where.FORM, number=number, title=title))
        if form.opinion is not None:
            spans = {m.span for m in found}
            found.extend(m for m in form.opinion.matters if m.span not in spans)
    return tuple(sorted(found, key=lambda m: m.span))


def mentions_of_item(reply: Reply) -> tuple[Matter, ...]:
    """The mentions that speak of the item (or items) answered and of no earlier one."""
    return tuple(m for m in all_mentions(reply) if m.where in _ABOUT and not _another_item(m, reply))


def known_numbers(reply: Reply) -> tuple[str, ...]:
    """The numbers of the items answered; several where one reply answers several."""
    return tuple(m.number.text for m in reply.matters or filter(None, (reply.matter,)) if m.number and m.number.text)


def said(reply: Reply, *words: str) -> bool:
    """Whether title, receipt sentence or opening hold one of `words`."""
    texts = (reply.title, reply.receipt, *opening(reply))
    return any(word in text.text for text in texts if text for word in words)


def opening(reply: Reply) -> tuple[Text, ...]:
    """The paragraphs between receipt sentence and first section; the first paragraph where there are no sections."""
    if not reply.sections:
        return reply.paragraphs[:1]
    first = min(section.span.start for section in reply.sections)
    return tuple(text for text in reply.paragraphs if text.span.start < first)


def kind_of_word(word: Text | None) -> MatterKind | None:
    """The kind that a single kind word tells; ``None`` for 建议提案, 提案、建议 and 建议案, which stand for either."""
    if word is None:
        return None
    kinds = {
        kind
        for sign, kind in (
            ("提案", MatterKind.PROPOSAL),
            ("建议", MatterKind.SUGGESTION),
            ("议案", MatterKind.BILL),
        )
        if sign in word.text
    }
    return kinds.pop() if len(kinds) == 1 and "建议案" not in word.text else None


def _another_item(mention: Matter, reply: Reply) -> bool:
    """Whether a sentence recalls an earlier item: it names a session and a serial of its own."""
    if mention.where not in (Where.RECEIPT, Where.OPINION) or mention.number is None or mention.session is None:
        return False
    own = [m for m in reply.matters or filter(None, (reply.matter,)) if m.session is not None and m.number]
    return bool(own) and not any(_same_session(mention, m) or _same_serial(mention, m) for m in own)


def _same_session(left: Matter, right: Matter) -> bool:
    terms = {left.term, right.term} - {None}
    return left.session == right.session and len(terms) <= 1


def _same_serial(left: Matter, right: Matter) -> bool:
    if left.number is None or right.number is None:
        return False
    return same_number(left.number.text, right.number.text) or serials_agree(left.number.text, right.number.text)
