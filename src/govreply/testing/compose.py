"""From a letter's description to its lines: the wording that the description leaves open is made here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreply.lexicon.numerals import write_chinese as han
from govreply.testing.layout import TICKED, UNTICKED, Grid, LaidOut, Line, Role
from govreply.testing.letter import Form, Letter, Part, Question, TickStyle

_MARKERS = ("{han}、", "（{han}）", "{n}.", "（{n}）")


def compose(letter: Letter) -> tuple[LaidOut, ...]:
    """The lines and tables of `letter` in reading order."""
    return tuple(_letter(letter))


def _letter(letter: Letter) -> Iterator[LaidOut]:
    if letter.metadata:
        yield Grid(letter.metadata, style="pipe")
    yield from _head(letter)
    yield from _opening(letter)
    yield from _parts(letter.sections, 0)
    for text in (*letter.outlook, *letter.thanks):
        yield Line(Role.PARAGRAPH, text)
    yield from _end(letter)
    if letter.form:
        yield from _form(letter, letter.form)
    if letter.copies:
        yield Line(Role.NOTE, f"抄送：{'、'.join(letter.copies)}。")


def _head(letter: Letter) -> Iterator[Line]:
    if letter.issuer:
        yield Line(Role.LETTERHEAD, letter.issuer)
    mark = letter.disposition or ""
    number = letter.document_number or ""
    beside = "" if letter.mark_line else mark
    if number or beside:
        yield Line(Role.NUMBER, " ".join(filter(None, (number, beside))))
    if mark and letter.mark_line:
        yield Line(Role.NOTE, f"类别：{mark}")
    if letter.signer:
        yield Line(Role.NOTE, f"签发人：{letter.signer}")
    title = _title(letter) if letter.title is None else letter.title
    if title:
        yield Line(Role.TITLE, title)


def _title(letter: Letter) -> str:
    return f"对{letter.assembly}{letter.session_text}第{letter.number}号{letter.kind_word}的答复"


def _opening(letter: Letter) -> Iterator[Line]:
    salutation = letter.salutation
    if salutation is None:
        salutation = "、".join(letter.addressees) + letter.honorific
    if salutation:
        yield Line(Role.ADDRESSEE, f"{salutation}：")
    receipt = letter.receipt
    if receipt is None:
        quotes = letter.topic_quotes
        topic = f"{quotes[:1]}{letter.topic}{quotes[1:]}"
        receipt = f"您提出的{topic}收悉，现答复如下："
    if receipt:
        yield Line(Role.PARAGRAPH, receipt)
    opening = letter.opening
    if opening is None:
        joint = "、".join(letter.joint_agencies)
        opening = (f"我局会同{joint}认真进行了研究办理。",) if joint else ()
    for text in opening:
        yield Line(Role.PARAGRAPH, text)


def _parts(parts: Sequence[Part], level: int) -> Iterator[Line]:
    for at, part in enumerate(parts, start=1):
        marker = part.marker
        if marker is None:
            marker = _MARKERS[min(level, len(_MARKERS) - 1)].format(han=han(at), n=at)
        paragraphs = list(part.paragraphs)
        if part.run_in:
            rest = paragraphs.pop(0) if paragraphs else ""
            yield Line(Role.PARAGRAPH, f"{marker}{part.heading}。{rest}")
        elif marker or part.heading:
            yield Line(Role.HEADING, marker + part.heading, level + 1)
        for text in paragraphs:
            yield Line(Role.PARAGRAPH, text)
        markers = part.markers
        if markers is None:
            markers = tuple(f"{han(n)}是" for n in range(1, len(part.measures) + 1))
        for measure_marker, text in zip(markers, part.measures, strict=True):
            yield Line(Role.PARAGRAPH, measure_marker + text)
        yield from _parts(part.parts, level + 1)


def _end(letter: Letter) -> Iterator[Line]:
    if letter.attachments:
        names = [f"{n}.{name}" for n, name in enumerate(letter.attachments, start=1)]
        yield Line(Role.NOTE, f"附件：{names[0]}")
        for name in names[1:]:
            yield Line(Role.NOTE, name)
    signature = letter.signature
    if signature is None:
        signature = (letter.issuer,) if letter.issuer else ()
    for organ in signature:
        yield Line(Role.SIGNATURE, organ)
    if letter.date:
        yield Line(Role.SIGNATURE, letter.date)
    if letter.disclosure:
        yield Line(Role.NOTE, f"（{letter.disclosure}）")
    for label, value in letter.contacts:
        yield Line(Role.NOTE, f"{label}：{value}")


def _form(letter: Letter, form: Form) -> Iterator[LaidOut]:
    kind = "提案" if "提案" in letter.kind_word else "建议"
    body = "政协" if kind == "提案" else "人大代表"
    proposer_label = "提案者" if kind == "提案" else "代表姓名"
    yield Line(Role.FORM_TITLE, f"{body}{kind}办理情况征询意见表" if form.title is None else form.title)
    number = letter.number if form.number is None else form.number
    rows: list[tuple[str, ...]] = [
        (
            proposer_label,
            "、".join(letter.addressees) if form.proposer is None else form.proposer,
            f"{kind}编号",
            f"第{number}号" if number else "",
        ),
        (f"{kind}标题", letter.topic if form.topic is None else form.topic),
        ("承办单位", (letter.issuer or "") if form.organ is None else form.organ),
    ]
    if form.meeting_place is not None:
        rows.append(("见面地点", form.meeting_place))
    rows.extend(form.extra)
    rows.extend(_question(q, form.ticks) for q in form.questions)
    yield Grid(tuple(rows), style=form.table.value, input_ticks=form.ticks is TickStyle.INPUT)
    if form.opinion is not None:
        yield Line(Role.NOTE, "对办理工作的意见：")
        if form.opinion:
            yield Line(Role.PARAGRAPH, form.opinion)
    if form.date is not None:
        yield Line(Role.NOTE, f"日期：{form.date}")


def _question(question: Question, ticks: TickStyle) -> tuple[str, str]:
    drawn = []
    for option in question.options:
        ticked = option in question.ticked
        if ticks is TickStyle.BRACKET:
            drawn.append(f"{option}（{'√' if ticked else ' '}）")
        elif ticks is TickStyle.INPUT:
            drawn.append(f"{option}（ {TICKED if ticked else UNTICKED} ）")
        else:
            drawn.append(f"{TICKED if ticked else UNTICKED}{option}")
    label = f"{question.label}（可多选）" if question.multiple else question.label
    return label, " ".join(drawn)
