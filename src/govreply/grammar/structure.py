"""What the parts of a letter tell when they are taken together; the rules on structure and on the form rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar import marks
from govreply.grammar.draft import Draft
from govreply.grammar.form_labels import built_field_of
from govreply.grammar.placeholders import placeholders
from govreply.grammar.rows import Row, as_text
from govreply.grammar.voice import read_voice
from govreply.lexicon.fold import fold
from govreply.lexicon.numerals import read_integer
from govreply.lexicon.ordinals import match_marker
from govreply.model import (
    AttachmentBody,
    Choice,
    ChoiceName,
    DisclosureValue,
    Ending,
    Feedback,
    FormField,
    Requested,
    Structure,
    Text,
)
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_TERMINAL = "。！？；：”’）》〉〕…!?;)."
_LEAST_ENDING = 12
_LAST_WORDS = 10
# a letter may well end in these without a full stop
_COURTESY = compile_pattern(
    r"(?:关心|支持|理解|监督|帮助|关注|厚爱|信任|指导|配合|参与|建议|意见|提案|答复|回复|函复|复函|函告|此复|谢谢|感谢|致谢|敬意|谢意"
    r"|努力|贡献|愉快|顺利|安康|幸福|如意|健康|指正|谅解|联系|反馈|敬礼|此致|为盼|为荷|为谢)[!]?$"
)
# the and with, and a single sign behind it: …工作的关, …关心和支
_BROKEN = compile_pattern(r"(?:的|和|与|及|对|、|，|将|把|为|在|向|或|由)$|(?:的|和|与|以及|、)[\p{Han}]$")
_NOT_BROKEN = compile_pattern(r"(?:目的|有的|为的|是的|[\p{Han}]的事|在内|其[他它]|的人|的话|和谐|的字)$")
_REQUESTED = compile_pattern(
    r"(?:您|你|贵[\p{Han}]{1,3}|委员|代表|提案|建议)[^。；]{0,24}(?:提出|提到|反映|归纳)了?的?[\p{Han}]{0,6}?"
    r"(?P<shown>(?P<n>[二三四五六七八九十两]|[2-9])(?:点|条|项|个|方面)的?[\p{Han}]{0,4}?(?:建议|意见|问题|诉求))"
)
_REQUESTS_AMONG = 4  # paragraphs of the opening
_BODY_HEAD = compile_pattern(r"附(?:件|表)(?:(?P<n>[0-9一二三四五六七八九十]{1,2})：?)?$")
_STOP = compile_pattern(r"[。；，]$")
_HALF = compile_pattern(r"(?<=[\p{Han}])[,;:!?()]")
_FULL = compile_pattern(r"[，；：！？（）]")
_MEETING = ("见面", "面商", "面谈", "面复", "座谈")


def read(draft: Draft) -> None:
    """Fill ``draft.structure`` from what the other steps found."""
    letter = [p.tidy for p in draft.paragraphs]
    opening = [draft.receipt_text] if draft.receipt_text is not None else []
    head = [draft.title_text] if draft.title_text is not None else []
    form = draft.feedback
    opinion = draft.opinion_texts.get(form.opinion.span) if form is not None and form.opinion is not None else None
    draft.structure = Structure(
        ending=_ending(draft),
        placeholders=tuple(found for text in (*head, *opening, *letter) for found in placeholders(text)),
        requested=_requested([*opening, *letter[:_REQUESTS_AMONG]]),
        attachment_bodies=tuple(_bodies(draft)),
        attachment_stops=tuple(_stops(draft)),
        second_disclosure=_second_disclosure(draft),
        voice=read_voice(opinion) if opinion is not None and opinion.text else None,
        refusal=_refusal(form) if form is not None else None,
        form_signature=_signature(form) if form is not None else None,
        meeting=form.title if form and form.title and any(w in form.title.text for w in _MEETING) else None,
        plain=_is_plain(letter),
    )


def _ending(draft: Draft) -> Ending | None:
    """The end of the last paragraph, or of thanks that were not taken for one, where no sign closes it."""
    text = _last_text(draft)
    if text is None or not text.text or text.text[-1] in _TERMINAL:
        return None
    folded = fold(text.text)
    if (
        len(folded) < _LEAST_ENDING
        or _COURTESY.search(folded)
        or not ("\u4e00" <= folded[-1] <= "\u9fff" or folded[-1] in "，、")
    ):
        return None
    is_prose = "，" in folded or "。" in folded or "感谢" in folded
    if not is_prose or (match_marker(folded, 0) is not None and "。" not in folded):
        return None
    last = as_text(text, max(0, len(folded) - _LAST_WORDS), len(folded))
    broken = _BROKEN.search(folded) is not None and _NOT_BROKEN.search(folded) is None
    return Ending(text=last.text, span=last.span, pieces=last.pieces, broken=broken)


def _last_text(draft: Draft) -> MappedText | None:
    last = draft.paragraphs[-1].tidy if draft.paragraphs else None
    after = last.whole.end if last is not None else 0
    before = draft.signature.span.start if draft.signature is not None else None
    strays = [
        p.tidy
        for p in draft.rows
        if p.span.start >= after and (before is None or p.span.end <= before) and p.folded.startswith(("感谢", "谢谢"))
    ]
    return strays[-1] if strays else last


def _requested(texts: list[MappedText]) -> Requested | None:
    for text in texts:
        match = _REQUESTED.search(fold(text.text))
        if match is None:
            continue
        count = 2 if match["n"] == "两" else read_integer(match["n"])
        if count is not None:
            shown = as_text(text, *match.span("shown"))
            return Requested(text=shown.text, span=shown.span, pieces=shown.pieces, count=count)
    return None


def _bodies(draft: Draft) -> Iterator[AttachmentBody]:
    for row in _rows(draft, "attachment"):
        match = _BODY_HEAD.fullmatch(row.folded)
        if match is not None:
            shown = as_text(row.tidy)
            number = read_integer(match["n"]) if match["n"] else None
            yield AttachmentBody(text=shown.text, span=shown.span, pieces=shown.pieces, ordinal=number)


def _stops(draft: Draft) -> Iterator[Text]:
    for row in _rows(draft, "attachment"):
        match = _STOP.search(row.folded)
        if match is not None and any(row.span.contains(a.span) for a in draft.attachments):
            yield as_text(row.tidy, match.start(), match.end())


def _rows(draft: Draft, what: str) -> list[Row]:
    found = [piece for piece, name in draft.claimed if name == what and isinstance(piece, Row)]
    return sorted(found, key=_start_of)


def _start_of(row: Row) -> int:
    return row.span.start


def _second_disclosure(draft: Draft) -> Text | None:
    told = next((d for d in draft.diagnostics if d.code == "second-disclosure-mark"), None)
    return Text(text=told.detail, span=told.span) if told is not None else None


def _refusal(form: Feedback) -> Text | None:
    """The one ticked answer of the question on disclosure, if it says no."""
    for choice in form.choices:
        ticked = [option.label for option in choice.options if option.checked]
        if choice.name is ChoiceName.DISCLOSURE and len(ticked) == 1 and not _asks_the_reverse(choice):
            answer = fold(ticked[0].text).replace(" ", "")
            value = marks.words("value").get(answer) or marks.words("answer").get(answer)
            if value == DisclosureValue.WITHHELD:
                return ticked[0]
    return None


def _asks_the_reverse(choice: Choice) -> bool:
    """是否不宜公开 is answered the other way round."""
    return "不" in choice.label.text


def _signature(form: Feedback) -> FormField | None:
    fields = [f for f in form.fields if built_field_of(fold(f.label.text)) == "signature"]
    return next((f for f in fields if f.value.text.strip()), fields[0] if fields else None)


def _is_plain(letter: list[MappedText]) -> bool:
    half = sum(1 for text in letter for _ in _HALF.finditer(text.text))
    full = sum(1 for text in letter for _ in _FULL.finditer(text.text))
    return half > full
