"""The marks that offices set around a letter: class of the result, disclosure, signer. How each is written, not where.

All patterns run over folded text with its spaces, as labels are set wide (类  别) and marks stand side by side in one row.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from govreply.lexicon.labels import alternatives
from govreply.lexicon.tables import read_table
from govreply.model import DisclosureValue
from govreply.patterns import compile_pattern

CLASS_CODES = {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}
"""The heavenly stems that stand for letters; a letter stands for itself."""


@frozen
class Mark:
    """A mark at ``[start, end)`` of the folded text.

    Attributes:
        value: ``A`` to ``D``, a disclosure value, or ``""`` for a name.
        value_start, value_end: the sign or words that carry the value.
    """

    start: int
    end: int
    value: str
    value_start: int
    value_end: int


@cache
def words(kind: str) -> dict[str, str]:
    """Words of ``data/marks.tsv`` by set: labels (``class``, ``disclosure``, ``signer``, ``number``) and values."""
    return {row["label"]: row["name"] for row in read_table("marks") if row["set"] == kind}


def _any_of(kind: str, most: int = 3) -> str:
    return f"(?:{alternatives(list(words(kind)), most)})"


_COLON = r" {0,4}： {0,8}"
_SIGN = (
    r"[（〔“\"]?(?P<code>[A-Da-d甲乙丙丁])[）〕”\"]?"  # B, （B）, “B”
    r" {0,2}[类级]?[）〕”\"]?"  # 类 inside or outside the brackets
)
_SIGN_ENDS = r"(?![\p{Han}A-Za-z0-9/、|-])"  # A/B/C and A1 are no marks
# not within a title: …第12号（农业类3号）提案办理情况（C）的函
_OF_ITEM = "(?:(?<![）〕])(?:代表建议|委员提案|提案|建议|议案))?"
_CLASS = compile_pattern(
    rf"(?<![\p{{Han}}\w])[（〔]?{_OF_ITEM}{_any_of('class', 6)}"
    rf"(?:{_COLON}| {{0,8}}(?=[（〔“A-D]))"  # the colon may be missing: 类别 A, 类别（A）
    rf"{_SIGN}{_SIGN_ENDS}[）〕。；]{{0,2}}"
)
# 办理结果：已列入计划（B）: what the class means stands before it
_CLASS_IN_WORDS = compile_pattern(
    rf"(?<![\p{{Han}}\w])[（〔]?{_OF_ITEM}{_any_of('class', 6)}{_COLON}[\p{{Han}}、，]{{2,24}}"
    r"[（〔](?P<code>[A-D甲乙丙丁])类?[）〕]。?(?= {0,9}$)"
)
_CLASS_ALONE = compile_pattern(rf" {{0,9}}{_any_of('class', 6)} {{0,4}}：? {{0,9}}")
_CLASS_LABELLED = compile_pattern(rf"{_OF_ITEM}{_any_of('class', 6)}{_COLON}")
_CLASS_UNREAD = compile_pattern(rf" {{0,9}}(?P<label>{_any_of('class', 6)}){_COLON}?[（〔]?[A-D甲乙丙丁][^\p{{Han}}]")
_BARE_CLASS = compile_pattern(r"[（〔]?(?P<code>[A-D甲乙丙丁])[）〕]?[类级]?[）〕]?")
_BEHIND = compile_pattern(rf" {{0,30}}[：，]?(?:{_any_of('class', 6)}{_COLON})? {{0,4}}{_SIGN}{_SIGN_ENDS}")

_VALUE = _any_of("value")
_ANSWER = rf"(?:{_VALUE}|{_any_of('answer')})"
_NOTE = compile_pattern(
    rf" {{0,40}}[（〔]? {{0,3}}{_any_of('note')} {{0,2}}(?P<value>{_VALUE}) {{0,3}}[）〕]?[。；]?[）〕]? {{0,40}}"
)
_BARE_VALUE = compile_pattern(rf" {{0,40}}[（〔]?(?P<value>{_VALUE})[）〕]?。? {{0,40}}")
_LABELLED_VALUE = compile_pattern(
    rf"(?<![\p{{Han}}\w])[（〔]?{_any_of('disclosure')}{_COLON}(?:此件|本件)?[（“]?(?P<value>{_ANSWER})[）”]?"
    r"(?! {0,3}[\p{Han}A-Za-z/、|□☐○☑☒√✓✔■●（])[）〕。；]{0,2}"
    rf"|(?<![\p{{Han}}\w]){_any_of('disclosure')}{_COLON}(?P<value>{_ANSWER})(?= {{2,20}}[\p{{Han}}])"
)
_ANSWER_ALONE = compile_pattern(rf" {{0,9}}(?P<value>{_any_of('answer')}) {{0,9}}")
_DISCLOSURE_ALONE = compile_pattern(rf" {{0,9}}[（〔]?{_any_of('disclosure')} {{0,4}}：? {{0,9}}[）〕]?")
_TICKED = r"[（〔]?[☑☒√✓✔■●][）〕]?"
_BOX = r"[（〔]?[☑☒√✓✔■●□☐○]"
_LABEL = compile_pattern(rf"(?<![\p{{Han}}\w]){_any_of('disclosure')}{_COLON}")
# of several options the one with the tick, which stands before each (☑公开 □不公开) or behind each (公开☑ 不公开□)
_TICK_FIRST = compile_pattern(rf"(?={_BOX})[^☑☒√✓✔■●]{{0,40}}?{_TICKED} {{0,2}}(?P<value>{_ANSWER})[^。]{{0,40}}")
_TICK_LAST = compile_pattern(
    rf"(?!{_BOX})(?:{_ANSWER} {{0,2}}[（〔]?[□☐○ ]{{1,4}}[）〕]?[ /、]{{0,6}}){{0,3}}"
    rf"(?P<value>{_ANSWER}) {{0,2}}{_TICKED}[^。]{{0,40}}"
)

# a name is written together or with its characters set apart; a label behind it is no part of it
_NAME = (
    r"(?P<name>[\p{Han}][\p{Han}·•]{1,11}(?![\p{Han}·])"  # 陆远舟, 艾力·买买提
    r"|[\p{Han}](?: {1,4}[\p{Han}](?![\p{Han}])){1,6}"  # 陆 远 舟, 白 音 额 尔 敦
    r"|[\p{Han}]{1,2} {1,4}[\p{Han}](?![\p{Han}]))"  # 欧阳 舟
)
_SIGNER = compile_pattern(rf"(?<![\p{{Han}}])[（〔]?{_any_of('signer')}{_COLON}{_NAME}[）〕]?")
_SIGNER_GLUED = compile_pattern(rf"(?<=号){_any_of('signer')}{_COLON}{_NAME}")
_SIGNER_ROW = compile_pattern(rf" {{0,40}}签 {{0,3}}发 {{0,3}}人 {{1,9}}{_NAME} {{0,40}}")
_SIGNER_ALONE = compile_pattern(rf" {{0,40}}{_any_of('signer')} {{0,4}}：? {{0,40}}")


def class_mark(raw_folded: str) -> Mark | None:
    """The class with its label, wherever it stands in a row: 类别：A, 办理结果（B类）."""
    match = _CLASS.search(raw_folded) or _CLASS_IN_WORDS.search(raw_folded)
    return None if match is None else Mark(*match.span(), code_of(match["code"]), *match.span("code"))


def bare_class(folded: str) -> Mark | None:
    """A row that is a class and nothing else: B, （B类）."""
    match = _BARE_CLASS.fullmatch(folded)
    return None if match is None else Mark(*match.span(), code_of(match["code"]), *match.span("code"))


def class_behind(folded: str, pos: int) -> Mark | None:
    """The class right behind a document number that ends at `pos`."""
    match = _BEHIND.match(folded, pos)
    return None if match is None else Mark(pos, match.end(), code_of(match["code"]), *match.span("code"))


def is_class_label(raw_folded: str) -> bool:
    """A row with the label alone; its value may stand on the next one."""
    return _CLASS_ALONE.fullmatch(raw_folded) is not None


def begins_as_class(folded: str) -> bool:
    """A row that begins with the label and a colon, whatever follows (办理结果：第11号A类，第19号B类)."""
    return _CLASS_LABELLED.match(folded) is not None


def is_unread_class(raw_folded: str) -> bool:
    """A label before something that begins as a class and is none (A1, A/B/C)."""
    return _CLASS_UNREAD.match(raw_folded) is not None


def disclosure_mark(raw_folded: str) -> Mark | None:
    """The disclosure with its label, wherever it stands in a row; of several options the ticked one."""
    match = _LABELLED_VALUE.search(raw_folded)
    if match is not None:
        return Mark(*match.span(), disclosure_value(match["value"]), *match.span("value"))
    label = _LABEL.search(raw_folded)
    ticked = disclosure_option(raw_folded, label.end()) if label is not None else None
    if label is None or ticked is None:
        return None
    return Mark(label.start(), ticked.end, ticked.value, ticked.value_start, ticked.value_end)


def disclosure_option(raw_folded: str, pos: int) -> Mark | None:
    """The ticked one of the options that begin at `pos`."""
    match = _TICK_FIRST.match(raw_folded, pos) or _TICK_LAST.match(raw_folded, pos)
    return None if match is None else Mark(*match.span(), disclosure_value(match["value"]), *match.span("value"))


def disclosure_row(raw_folded: str) -> Mark | None:
    """A row that is a disclosure and nothing else: （此件公开发布）, 主动公开."""
    for pattern in (_NOTE, _BARE_VALUE):
        match = pattern.fullmatch(raw_folded)
        if match is not None:
            return Mark(*match.span(), disclosure_value(match["value"]), *match.span("value"))
    return None


def disclosure_answer(raw_folded: str) -> Mark | None:
    """The answer to a label such as 是否公开 that stands in a place of its own: 是."""
    match = _ANSWER_ALONE.fullmatch(raw_folded)
    return None if match is None else Mark(*match.span(), disclosure_value(match["value"]), *match.span("value"))


def is_disclosure_label(raw_folded: str) -> bool:
    """A row with the label alone."""
    return _DISCLOSURE_ALONE.fullmatch(raw_folded) is not None


def signer_mark(raw_folded: str) -> Mark | None:
    """签发人：NAME, wherever it stands in a row; without a colon only on a row of its own."""
    match = _SIGNER.search(raw_folded) or _SIGNER_GLUED.search(raw_folded) or _SIGNER_ROW.fullmatch(raw_folded)
    return None if match is None else Mark(*match.span(), "", *match.span("name"))


def is_signer_label(raw_folded: str) -> bool:
    """A row with the label alone."""
    return _SIGNER_ALONE.fullmatch(raw_folded) is not None


def is_mark_row(folded: str) -> bool:
    """A row behind the body that is one labelled mark and nothing else; a bare letter needs the head around it."""
    if is_disclosure_label(folded) and folded.endswith("："):
        return True
    if folded.startswith(("此件", "本件")) and disclosure_row(folded) is not None:
        return True
    for find in (class_mark, disclosure_mark, signer_mark):
        mark = find(folded)
        if mark is not None and mark.start == 0 and len(folded) - mark.end <= 2:
            return True
    return False


def code_of(sign: str) -> str:
    """The letter of a class sign."""
    return CLASS_CODES.get(sign, sign.upper())


def disclosure_value(wording: str) -> DisclosureValue:
    """What a wording of ``data/marks.tsv`` means; spaces in it do not count."""
    squeezed = wording.replace(" ", "")
    return DisclosureValue(words("value").get(squeezed) or words("answer")[squeezed])
