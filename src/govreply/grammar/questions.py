"""Questions of a form: the options of an entry with their state, and which question they answer."""

from __future__ import annotations

from govreply.grammar import ticks
from govreply.grammar.draft import Draft
from govreply.grammar.form_cells import Entry
from govreply.grammar.rows import as_text, tidy
from govreply.grammar.ticks import answers
from govreply.lexicon.fold import fold
from govreply.model import Choice, ChoiceName, Option, Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText, hull

_CONTACT = compile_pattern(
    r"沟通|走访|面商|面谈|见面|听取意见|是否联系|联系(?:情况|方式|形式|代表|委员)|协商(?:形式|方式|情况)|征求意见(?:方式|情况)|会面|座谈"
)
_SCORES = compile_pattern(r"（.{1,30}$|[（〔].{0,30}[）〕]|[0-9]{1,3}(?:分|-|～).{0,12}")
_MAY_ASK = {"opinion", "proposer", "unknown", "other", "question", "date"}
_BLANKS = " 　_＿\u00a0"
_LABEL_EDGE = "：:？? *＊　·•-"
_MULTIPLE = compile_pattern(r"多选|多项|不限")
_PLAIN_GRADES = {"好", "较好", "很好", "一般", "差", "较差", "优", "良", "中", "优秀", "良好", "合格", "不合格"}


def ask(draft: Draft, entry: Entry, *, boxed: bool = False) -> Choice | None:
    """The question that an entry asks, if it does; `boxed`: the form draws boxes that are not ticked, here or elsewhere."""
    if entry.heads:
        options = [
            Option(
                label=as_text(tidy(head)),
                checked=below is not None and bool(ticks.lone_tick(fold(below.text))),
                mark=_mark(below),
            )
            for head, below in entry.heads
        ]
        return _choice(entry, options)
    if entry.field not in _MAY_ASK:
        return None
    options, problem = _options(entry, boxed)
    if not options or (len(options) < 2 and entry.field not in ("question", "unknown")):
        return None
    choice = _choice(entry, options)
    if problem == "ticks-all-alike":
        draft.diagnose("ticks-all-alike", choice.span, "feedback.choices", choice.label.text)
    elif problem:
        draft.diagnose("crosses-beside-ticks", choice.span, "feedback.choices", choice.label.text)
    return choice


def _mark(cell: MappedText | None) -> Text | None:
    return as_text(cell) if cell is not None else None


def _options(entry: Entry, boxed: bool) -> tuple[list[Option], str]:
    """Options in one value, or one option a cell with its mark in the same or in the next cell."""
    values = [v for v in entry.values if v.text.strip()]
    pairs = list(zip(entry.values[::2], entry.values[1::2], strict=False))
    if len(pairs) >= 2 and all(label.text.strip() for label, _ in pairs):
        states = [ticks.lone_tick(fold(mark.text)) for _, mark in pairs]
        plain = all(ticks.lone_tick(fold(label.text)) is None for label, _ in pairs)
        if plain and None not in states:
            return [_cell_option(label, bool(s), m) for (label, m), s in zip(pairs, states, strict=True)], ""
    singly = [_alone(v) for v in values]
    printed = all(fold(tidy(v).text) in ticks.answers() for v in values)  # the form's own words, none of them marked
    if len(values) >= 2 and all(singly) and (printed or any(o is not None and o.mark is not None for o in singly)):
        return [o for o in singly if o is not None], ""
    together = ticks.read(entry.value, boxed=boxed)
    if len(together.options) >= 2 or (together.options and entry.field == "question"):
        return together.options, together.problem
    one = ticks.read_one(values[0]) if len(values) == 1 and entry.field == "question" else None
    if one is not None:
        return [one], ""
    if entry.field in ("question", "unknown") and not ticks.has_marks(fold(entry.value.text)):
        lettered = ticks.read_lettered(entry.label, entry.value)
        return lettered or (ticks.read_words(entry.value) if entry.field == "question" else []), ""
    return [], ""


def _cell_option(label: MappedText, ticked: bool, mark: MappedText) -> Option:
    return Option(label=as_text(tidy(label)), checked=ticked, mark=as_text(mark))


def _alone(cell: MappedText) -> Option | None:
    """The one option of a cell: its word with or without a mark; ``None`` if it holds more."""
    if not ticks.has_marks(fold(cell.text)):
        label = tidy(cell).strip(_BLANKS)
        return Option(label=as_text(label), checked=False) if len(label.text) <= 12 else None
    return ticks.read_one(cell)


def _choice(entry: Entry, options: list[Option]) -> Choice:
    label = as_text(tidy(entry.label).strip(_LABEL_EDGE))
    name = name_of(entry.name, options)
    marks = [o.mark.span for o in options if o.mark is not None]
    return Choice(
        span=hull([label.span, *(o.label.span for o in options), *marks]),
        label=label,
        name=name,
        options=tuple(options),
        selected=tuple(o.label.text for o in options if o.checked),
        multiple=is_multiple(entry.name, name),
    )


def name_of(label: str, options: list[Option]) -> ChoiceName:
    """The question that a group asks.

    Grades of 满意 or 理解 make a rating, unless the label speaks of 态度; other options leave it to the label.
    """
    words = [_SCORES.sub("", fold(o.label.text)) for o in options]
    kinds = [answers().get(w) for w in words]
    grades = sum(k == "grade" and w not in _PLAIN_GRADES for k, w in zip(kinds, words, strict=True))
    if "态度" in label:
        return ChoiceName.ATTITUDE
    if grades >= 2 or (grades and len(options) == 1):
        return ChoiceName.RATING
    if _CONTACT.search(label):
        return ChoiceName.CONTACT_BEFORE
    if "公开" in label or any("公开" in w for w in words):
        return ChoiceName.DISCLOSURE
    if "办理效果" in label or sum(k == "effect" for k in kinds) >= 2:
        return ChoiceName.EFFECT
    if "满意" in label or (sum(w in _PLAIN_GRADES for w in words) >= 2 and ("评价" in label or "测评" in label)):
        return ChoiceName.RATING
    return ChoiceName.OTHER


def is_multiple(label: str, name: ChoiceName) -> bool:
    """Whether a form allows more than one tick: it says so, or it asks how they met."""
    return bool(_MULTIPLE.search(label)) or name is ChoiceName.CONTACT_BEFORE
