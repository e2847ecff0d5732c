"""From a letter's description to its lines: the wording that the description leaves open is made here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreply.lexicon.numerals import write_chinese as han
from govreply.testing import finish, wording
from govreply.testing.compose_form import form_lines
from govreply.testing.layout import Grid, LaidOut, Line, Role
from govreply.testing.letter import Letter, Part
from govreply.testing.surface import ClassPlace, TitlePlace

_MARKERS = ("{han}、", "（{han}）", "{n}.", "（{n}）")


def compose(letter: Letter) -> tuple[LaidOut, ...]:
    """The lines and tables of `letter` in reading order."""
    return finish.finish(letter.surface, list(_letter(letter)))


def _letter(letter: Letter) -> Iterator[LaidOut]:
    look = letter.surface
    for text in look.before:
        yield Line(Role.PAGE, text)
    if letter.metadata and look.metadata_style == "pipe":
        yield Grid(letter.metadata, style="pipe")
    elif letter.metadata:
        yield from (Line(Role.PAGE, f"{label}：{value}") for label, value in letter.metadata)
    yield from _head(letter)
    yield from _opening(letter)
    yield from body_of(letter)
    yield from _end(letter)
    if letter.form:
        yield from form_lines(letter, letter.form)
    if letter.copies:
        recipients = look.copies_separator.join(look.copy.format(name=name) for name in letter.copies)
        yield Line(Role.NOTE, look.copies.format(list=recipients))
    if look.print_line:
        yield Line(Role.NOTE, look.print_line)
    for text in look.after:
        yield Line(Role.PAGE, text)


def body_of(letter: Letter) -> Iterator[Line]:
    """The numbered units, next steps and thanks."""
    yield from _parts(letter.sections, 0)
    for text in (*letter.outlook, *letter.thanks):
        yield Line(Role.PARAGRAPH, text)


def opening_of(letter: Letter) -> tuple[str, ...]:
    """The paragraphs between the receipt sentence and the numbered units."""
    if letter.opening is not None:
        return letter.opening
    joint = letter.surface.joint_separator.join(letter.joint_agencies)
    return (letter.surface.joint.format(joint=joint),) if joint and letter.surface.joint else ()


def class_place(letter: Letter) -> ClassPlace:
    """Where the class mark stands."""
    if letter.surface.class_place is not None:
        return letter.surface.class_place
    return ClassPlace.LINE if letter.mark_line else ClassPlace.BESIDE_NUMBER


def _head(letter: Letter) -> Iterator[Line]:
    look = letter.surface
    if letter.issuer and look.letterhead:
        yield Line(Role.LETTERHEAD, look.letterhead.format(organ=letter.issuer))
    mark = letter.disposition or ""
    number = wording.document_number_of(letter)
    beside = mark if class_place(letter) is ClassPlace.BESIDE_NUMBER else ""
    if number or beside:
        yield Line(Role.NUMBER, " ".join(filter(None, (number, beside))))
    if mark and class_place(letter) is ClassPlace.LINE:
        yield Line(Role.NOTE, look.class_form.format(code=mark))
    if letter.signer and not look.signer_after_date:
        yield Line(Role.NOTE, look.signer_form.format(name=letter.signer))
    title = wording.title_of(letter)
    if not title or look.title_place in (TitlePlace.METADATA, TitlePlace.NONE):
        return
    at = title.rfind(look.title_cut) if look.title_place is TitlePlace.TWO_LINES else 0
    if at > 0:
        yield Line(Role.TITLE, title[:at])
        yield Line(Role.TITLE, title[at:])
        return
    yield Line(Role.TITLE, title)
    if look.title_place is TitlePlace.TWICE:
        yield Line(Role.TITLE, title)


def _opening(letter: Letter) -> Iterator[Line]:
    salutation = wording.salutation_of(letter)
    if salutation:
        yield Line(Role.ADDRESSEE, salutation)
    if letter.surface.greeting:
        yield Line(Role.PARAGRAPH, letter.surface.greeting)
    receipt = wording.receipt_of(letter)
    if receipt:
        yield Line(Role.PARAGRAPH, receipt)
    for text in opening_of(letter):
        yield Line(Role.PARAGRAPH, text)


def marker_of(part: Part, level: int, at: int) -> str:
    """The marker of the `at`-th unit (from 1) of its level (from 0)."""
    if part.marker is not None:
        return part.marker
    return _MARKERS[min(level, len(_MARKERS) - 1)].format(han=han(at), n=at)


def measure_markers(part: Part) -> tuple[str, ...]:
    """The markers of the measures."""
    return part.markers if part.markers is not None else tuple(f"{han(n)}是" for n in range(1, len(part.measures) + 1))


def _parts(parts: Sequence[Part], level: int) -> Iterator[Line]:
    for at, part in enumerate(parts, start=1):
        marker = marker_of(part, level, at)
        paragraphs = list(part.paragraphs)
        stop = part.heading_stop if part.heading_stop is not None else "。" if part.run_in else ""
        if part.run_in or (marker and not part.heading and paragraphs):
            rest = paragraphs.pop(0) if paragraphs else ""
            text = f"{marker}{part.heading}{stop if part.heading else ''}{rest}"
            yield Line(Role.PARAGRAPH, text, marked=bool(marker))
        elif marker or part.heading:
            yield Line(Role.HEADING, marker + part.heading + stop, level + 1)
        for text in paragraphs:
            yield Line(Role.PARAGRAPH, text)
        measures = [m + text for m, text in zip(measure_markers(part), part.measures, strict=True)]
        if part.inline:
            yield Line(Role.PARAGRAPH, part.lead + "".join(measures))
        else:
            if part.lead:
                yield Line(Role.PARAGRAPH, part.lead)
            yield from (Line(Role.PARAGRAPH, text, marked=True) for text in measures)
        yield from _parts(part.parts, level + 1)


def _end(letter: Letter) -> Iterator[Line]:
    look = letter.surface
    if letter.disposition and class_place(letter) is ClassPlace.AFTER_BODY:
        yield Line(Role.NOTE, look.class_form.format(code=letter.disposition))
    if letter.attachments:
        names = [f"{n}.{name}" for n, name in enumerate(letter.attachments, start=1)]
        yield Line(Role.NOTE, f"附件：{names[0]}")
        for name in names[1:]:
            yield Line(Role.NOTE, name)
    contacts = [Line(Role.NOTE, text) for text in wording.contact_lines(letter)]
    disclosure = [Line(Role.NOTE, look.disclosure.format(value=letter.disclosure))] if letter.disclosure else []
    if look.contacts_first:
        yield from contacts
    if look.disclosure_before:
        yield from disclosure
    yield from _signature(letter)
    if letter.signer and look.signer_after_date:
        yield Line(Role.NOTE, look.signer_form.format(name=letter.signer))
    if not look.disclosure_before:
        yield from disclosure
    if not look.contacts_first:
        yield from contacts


def _signature(letter: Letter) -> Iterator[Line]:
    look = letter.surface
    organs = letter.signature
    if organs is None:
        organs = (letter.issuer,) if letter.issuer else ()
    organs = tuple(organ + look.seal for organ in organs)
    lines = [look.organ_gap.join(organs)] if look.organ_gap is not None and organs else list(organs)
    day = wording.date_of(letter)
    if day and lines and look.signature_line is not None:
        lines[-1] += look.signature_line + day
    elif day:
        lines.append(day)
    yield from (Line(Role.SIGNATURE, text) for text in lines)
