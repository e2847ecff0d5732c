"""Labels of a feedback form: which field a printed label names, by the list of known labels, else by how labels are built."""

from __future__ import annotations

from attrs import frozen

from govreply.grammar.ticks import answers, has_marks
from govreply.lexicon.fold import fold
from govreply.lexicon.labels import labels
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_LONGEST = 40
_BESIDE = compile_pattern(
    r"^(?:[一二三四五六七八九十]{1,2}、|[0-9①-⑳]{1,2}[.、]?)|[（〔][^）〕]{0,24}[）〕]|[：*＊#\d.、/\\“”\"\'，。？|_-]|\s"
)
# How labels are built, tried in this order; the list in labels.tsv goes first.
_BUILT = (
    ("signature", compile_pattern(r"(?:签名|签字|签章|盖章|签署)(?:或?盖章|处|栏)?")),
    ("date", compile_pattern(r"(?:填表|填写|填报|反馈|签名|签字|签署|评价|测评|征询|评议|回复)(?:日期|时间)")),
    ("place", compile_pattern(r"[\p{Han}]{0,8}(?:地点|场所)")),
    (
        "other",
        compile_pattern(
            r"(?:承办|主办|会办|协办|办理|领导|审查|审核|督查|督办|交办|政府|人大|政协|专委会)[\p{Han}]{0,8}意见(?:建议)?"
            r"|[\p{Han}]{0,10}(?:领导|负责人|联系人)(?:姓名)?"
        ),
    ),
    (
        "number",
        compile_pattern(r"[\p{Han}]{0,8}(?:提案|建议|议案|案|件)(?:的?编号|号|号码|序号|字号)|(?:编|案|件)号"),
    ),
    (
        "matter_title",
        compile_pattern(
            r"[\p{Han}]{0,8}(?:提案|建议|议案|案)(?:的?标题|题目|名称|案由|主题)|案由|(?:标|案)题"
            r"|[\p{Han}]{0,4}(?:提案|建议)内容"
        ),
    ),
    (
        "organ",
        compile_pattern(
            r"[\p{Han}]{0,4}(?:承办|主办|独办|办理|答复|负责)[\p{Han}]{0,3}(?:单位|部门|机关|机构)(?:名称)?"
        ),
    ),
    (
        "proposer",
        compile_pattern(
            r"(?:领衔|第一|主提|联名|建议|提案|议案|提出)(?:人|者|代表|委员|单位|团体)(?:代表|委员)?(?:姓名|名称|名单)?"
            r"|(?:代表|委员|提案人|提案者|建议人){1,2}(?:姓名|名字|名称)"
        ),
    ),
    (
        "question",
        compile_pattern(
            r"[\p{Han}]{0,14}是否[\p{Han}]{1,16}"
            r"|[\p{Han}]{0,16}(?:评价|满意度|满意程度|满意情况|测评|评定|评议|态度|效果)"
            r"|[\p{Han}]{0,12}(?:沟通|走访|面商|见面|协商|联系|采纳|落实|解决|会面|面复|座谈)[\p{Han}]{0,4}(?:情况|方式|形式|程度|结果)"
            r"|[\p{Han}]{0,10}(?:公开)(?:意见|情况|选项|意向|属性|方式)?"
        ),
    ),
    (
        "opinion",
        compile_pattern(
            r"(?:对|您|你|代表|委员|提案|建议|议案|具体|其他|其它|反馈|改进|有何|您的|宝贵|评价|书面|意见)[\p{Han}]{0,18}"
            r"(?:意见|建议|要求|理由|说明)|意见(?:或|和|与|及)?建议(?:栏)?"
        ),
    ),
    ("phone", compile_pattern(r"[\p{Han}]{0,8}(?:电话|手机)(?:号码)?")),
)
_SIGN = compile_pattern(
    r"(?P<label>(?:提案者|提案人|提案单位|建议人|领衔代表|领衔人|代表|委员|本人|负责人)?（? {0,3}"
    r"(?:签 {0,4}名|签 {0,4}字|签 {0,4}章|盖 {0,4}章)(?:（盖章）|或盖章|、盖章)? {0,3}）?) {0,3}(?P<mark>：|(?= {2}|$))"
)
_LONG_NUMBER = compile_pattern(r"[0-9]{3,}+|[0-9]月")
_COLON = compile_pattern(r"[：？]")
_START = compile_pattern(r"[ 。；！，、？|）〕\d]")
_LONGEST_LABEL = 26
_WORDY_LABEL = 4
_LONGEST_LINE = 4000  # of a longer line only the beginning is searched: no form has one


@frozen
class Labelled:
    """A label inside a line, its field, and where its value begins; offsets in the line's own text."""

    start: int
    end: int
    value: int
    field: str


def core_of(folded: str) -> str:
    """A label without its number, brackets, blanks and marks."""
    return _BESIDE.sub("", folded)


def field_of(folded: str) -> str | None:
    """The field that a text labels by the list of known labels; ``None`` if it is none of them."""
    return labels("form").get(core_of(folded)) if _may_label(folded) else None


def built_field_of(folded: str) -> str | None:
    """As :func:`field_of`, and labels that are only built like one. For use inside a form alone: prose has such words too."""
    known = field_of(folded)
    if known is not None or not _may_label(folded):
        return known
    core = core_of(folded)
    if core in answers():
        return None
    return next((name for name, pattern in _BUILT if pattern.fullmatch(core)), None)


def _may_label(folded: str) -> bool:
    """A label is short, no sentence, and holds neither a tick nor a date or number."""
    if "。" in folded or "，" in folded:
        return False
    return len(folded) <= _LONGEST and _LONG_NUMBER.search(folded) is None and not has_marks(folded)


def labelled(raw: MappedText) -> list[Labelled]:
    """The labels of a line that are followed by a colon, and a signature's label, which needs none."""
    folded = fold(raw.text[:_LONGEST_LINE])
    found: list[Labelled] = []
    for sign in _SIGN.finditer(folded):
        start = sign.start("label")
        if _opens(folded, start) and not has_marks(folded[start : sign.end("label")]):
            found.append(Labelled(start, sign.end("label"), sign.end(), "signature"))
    for colon in _COLON.finditer(folded):
        if any(s.start <= colon.start() < s.value for s in found):
            continue
        candidate = _before_colon(
            folded, max((s.value for s in found if s.value <= colon.start()), default=0), colon.start()
        )
        if candidate is not None:
            found.append(candidate)
            found.sort(key=lambda f: f.start)
    return found


def _before_colon(folded: str, floor: int, at: int) -> Labelled | None:
    """The longest stretch before a colon that is a label; it begins the line or follows a blank or a stop."""
    end = len(folded[:at].rstrip())
    for start in range(max(floor, end - _LONGEST_LABEL), end):
        if not _opens(folded, start) or folded[start] == " " or (start and folded[start].isdigit()):
            continue
        name = built_field_of(folded[start:end])
        if name is None or (folded[at] == "？" and name != "question"):
            continue
        blanks = 2 if end - start < _WORDY_LABEL else 1  # 建议： in the midst of a sentence is a word of it
        if name == "opinion" and start > 0 and folded[max(0, start - blanks) : start].strip(" |"):
            continue
        return Labelled(start, end, at + 1, name)
    return None


def _opens(folded: str, start: int) -> bool:
    return start == 0 or _START.match(folded, start - 1) is not None
