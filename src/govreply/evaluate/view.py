"""The flat form in which a reply is compared with its labels: for each field a list of short strings.

This is the only place that knows how a :class:`~govreply.model.Reply` becomes that form. What it settles:

- A value is its reading text **without any white space**. What is absent or empty is no value, so a cell that is there
  but empty counts as absent. ``is_reply`` is ``true`` or ``false``, numbers are written in ASCII digits.
- A single value is a list of at most one, so that all fields are compared alike.
- ``sections`` lists all levels in reading order, each as its depth (1 for the outermost), marker and heading:
  ``2（一）完善管网``.
- ``measures`` lists those before any section and then those of the sections in reading order, each as the marker of the
  section it hangs under (``-`` for none), its own marker and its lead: ``二、一是摸清底数。市水``.
- A **marker** goes without the comma that may follow it (第一，). A **lead** is the first eight characters of the measure
  after its marker and the signs ，,：:、 behind it: enough to tell one measure from another.
- ``contacts`` are role and name; contacts without a name show only in ``phones`` and ``postcodes``.
- ``citations`` are title and document number, ``-`` for none.
- ``feedback.number`` goes without 第 and 号. The ticked options of all questions of one name stand together under that
  name (``feedback.rating``). ``feedback.opinion_numbers`` are the numbers of the matters that the opinion names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreply.model import ChoiceName, Feedback, Matter, Measure, Reply, Section, Text

Values = tuple[str, ...]
FieldValues = dict[str, Values]

SINGLE = ("is_reply", "issuer", "document_number", "disposition", "disclosure", "signer", "title", "signature_date")
MATTER = ("kind", "body", "level", "term", "session", "number", "title")
LISTS = (
    "addressees",
    "joint_agencies",
    "sections",
    "measures",
    "signature_agencies",
    "contacts",
    "phones",
    "postcodes",
    "copies",
    "citations",
)
FORM = ("title", "proposer", "number", "matter_title", "organ", "place")
OPINION_NUMBERS = "opinion_numbers"
FIELDS = (
    *SINGLE,
    *(f"matter.{key}" for key in MATTER),
    *LISTS,
    *(f"feedback.{key}" for key in FORM),
    *(f"feedback.{name}" for name in ChoiceName),
    f"feedback.{OPINION_NUMBERS}",
)

LEAD_LENGTH = 8
NO_PARENT = NO_NUMBER = "-"
_AFTER_FIRST = "，,"
_AFTER_MARKER = "，,：:、"


def view(reply: Reply) -> FieldValues:
    """Every field of `reply` in flat form, in the order of :data:`FIELDS`; questions that are not asked are left out."""
    signature = reply.signature
    return {
        "is_reply": ("true" if reply.is_reply else "false",),
        "issuer": _texts(reply.issuer),
        "document_number": _texts(reply.document_number),
        "disposition": values(reply.disposition.code if reply.disposition else None),
        "disclosure": values(reply.disclosure.value if reply.disclosure else None),
        "signer": _texts(reply.signer),
        "title": _texts(reply.title),
        "signature_date": values(signature.date if signature else None),
        **_matter(reply.matter),
        "addressees": values(*(addressee.name for addressee in reply.addressees)),
        "joint_agencies": _texts(*reply.joint_agencies),
        "sections": tuple(_section_lines(reply.sections)),
        "measures": (*map(_measure, reply.measures), *_measure_lines(reply.sections)),
        "signature_agencies": _texts(*(signature.agencies if signature else ())),
        "contacts": values(*(_plain(c.role) + _plain(c.name) for c in reply.contacts if c.name)),
        "phones": _texts(*(phone for contact in reply.contacts for phone in contact.phones)),
        "postcodes": _texts(*(contact.postcode for contact in reply.contacts)),
        "copies": _texts(*reply.copies),
        "citations": values(*(_plain(c.title) + (_plain(c.document_number) or NO_NUMBER) for c in reply.citations)),
        **_feedback(reply.feedback),
    }


def values(*texts: str | None) -> Values:
    """`texts` without white space, and without those that are absent or empty."""
    return tuple(squeezed for text in texts if text is not None and (squeezed := squeeze(text)))


def squeeze(text: str) -> str:
    """`text` without any white space, also inside."""
    return "".join(text.split())


def bare_number(text: str) -> str:
    """A form's number without 第 and 号."""
    return squeeze(text).removeprefix("第").removesuffix("号")


def _section_lines(sections: Iterable[Section], depth: int = 1) -> Iterator[str]:
    for section in sections:
        yield f"{depth}{_marker(section.marker)}{_plain(section.heading)}"
        yield from _section_lines(section.sections, depth + 1)


def _measure_lines(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        parent = _marker(section.marker)
        yield from (_measure(measure, parent) for measure in section.measures)
        yield from _measure_lines(section.sections)


def _measure(measure: Measure, parent: str = "") -> str:
    marker = _marker(measure.marker)
    lead = squeeze(measure.text).removeprefix(marker).lstrip(_AFTER_MARKER)[:LEAD_LENGTH]
    return f"{parent or NO_PARENT}{marker}{lead}"


def _marker(marker: Text) -> str:
    return squeeze(marker.text).rstrip(_AFTER_FIRST)


def _matter(matter: Matter | None) -> FieldValues:
    assembly = matter.assembly if matter else None
    return {
        "matter.kind": values(matter.kind if matter else None),
        "matter.body": values(assembly.body if assembly else None),
        "matter.level": values(assembly.level if assembly else None),
        "matter.term": _number(matter.term if matter else None),
        "matter.session": _number(matter.session if matter else None),
        "matter.number": _texts(matter.number if matter else None),
        "matter.title": _texts(matter.title if matter else None),
    }


def _feedback(form: Feedback | None) -> FieldValues:
    if form is None:
        return {f"feedback.{key}": () for key in (*FORM, OPINION_NUMBERS)}
    ticked: FieldValues = {}
    for name in ChoiceName:
        choices = [choice for choice in form.choices if choice.name is name]
        if choices:
            ticked[f"feedback.{name}"] = values(*(label for choice in choices for label in choice.selected))
    named = form.opinion.matters if form.opinion else ()
    return {
        "feedback.title": _texts(form.title),
        "feedback.proposer": _texts(form.proposer),
        "feedback.number": values(bare_number(form.number.text) if form.number else None),
        "feedback.matter_title": _texts(form.matter_title),
        "feedback.organ": _texts(form.organ),
        "feedback.place": _texts(form.place),
        **ticked,
        f"feedback.{OPINION_NUMBERS}": _texts(*(matter.number for matter in named)),
    }


def _texts(*texts: Text | None) -> Values:
    return values(*(text.text if text else None for text in texts))


def _plain(text: Text | None) -> str:
    return squeeze(text.text) if text else ""


def _number(number: int | None) -> Values:
    return () if number is None else (str(number),)
