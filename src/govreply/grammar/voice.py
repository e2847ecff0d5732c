"""意见栏: what the opinion on a feedback form says of the answer, by the words that say it."""

from __future__ import annotations

import regex

from govreply.grammar.rows import as_text
from govreply.lexicon.fold import fold
from govreply.model import Text, Voice
from govreply.patterns import Pattern, compile_pattern
from govreply.span import MappedText

_NEGATIVE = compile_pattern(
    r"答非所问|避重就轻|避实就虚|文不对题|敷衍|搪塞|推诿|应付了事|流于形式|泛泛而谈"
    r"|(?:回避|绕开)了?(?:问题|矛盾|重点|实质|核心)"
    r"|(?:不能|难以|无法|不予|不)(?:认可|认同|接受|赞同)"
    r"|(?:不是?|不能|不能令人|难以令人)(?:很|太|够|甚|尽)?满意"
    # unsolved, unless it is the old problem that is recalled
    r"|(?<!长期|多年|一直|过去|以前|此前|曾经|原来)(?:没有|未能?)(?:得到|作出|做出|给出)?(?:正面|实质性?|真正|切实|明确)?的?"
    r"(?:回应|答复|回答)(?!的)"
    r"|(?:请|要求|应当?|希望|建议)[^。；，]{0,12}重新[^。；，]{0,8}(?:办理|答复|回复)"
    r"|重新(?:办理|答复)"
    r"|(?:深感|表示|令人|感到|很|十分)(?:失望|不满(?!意))"
)
_POSITIVE = compile_pattern(
    r"满意(?!度|率|程度)|认可|认同|赞同|肯定|认真(?:细致|负责|办理|研究)?|重视|感谢|措施可行|内容全面|圆满"
)
_WISHES = compile_pattern(
    r"希望|建议(?!》|”|的?答复|已?收悉|办理)|但|不过|然而|尽快|进一步|加快|加大|今后|下一步|日后|仍|还|请|如果|能够"
)
_BY_LETTER = compile_pattern(
    r"(?:发来|寄来|送来|寄送|邮寄|寄达|函寄|发送)的?[^。；]{0,120}(?:收悉|收到|阅悉)|(?:答复函?|复函|来函|回复)(?:已经?)?(?:收悉|收到|阅悉)"
)
_MET = compile_pattern(
    r"见面|面商|面谈|面复|当面|面对面|座谈|上门|登门|走访|来访|到访|现场|电话|微信|视频|会面|沟通|协商|约见|拜访"
)
_DRAFT = compile_pattern(r"初稿|草稿|征求意见稿|答复稿|送审稿|讨论稿|意见稿|拟答复|预答复|拟办意见")
_AS_AGENCY = compile_pattern(
    r"(?:我|本)(?:局|厅|镇|乡|街道)(?:领导|党组)?(?:对此|对该?[\p{Han}]{0,6})?(?:十分|非常|高度|将|已经?|认真|会同|组织|采取|立即|积极|正在|及时|采纳)"
)
_NEGATED = compile_pattern(
    r"(?:没有|没|并非|不是|并不是|无|未有|不存在|毫无|从不|绝不|决不|克服|杜绝|避免|防止|不再|不要|不会|并无|有无|是否"
    r"|如果?|若|倘若|勿|不得|不应|不能)[\p{Han}]{0,4}$"
)
_NOT_POSITIVE = compile_pattern(
    r"(?:不|未|没|没有|无法|难以|不能|不够|不太|不予|并不|不是|不很|令人|难)[\p{Han}]{0,2}$"
)
_CLAUSE = compile_pattern(r"[，。；！？：、]")


def read_voice(opinion: MappedText) -> Voice:
    """What `opinion`, the text of the field, says; empty where it says nothing of the kind."""
    folded = fold(opinion.text)
    return Voice(
        negative=_found(opinion, folded, _NEGATIVE, _NEGATED),
        positive=_found(opinion, folded, _POSITIVE, _NOT_POSITIVE),
        wishes=_found(opinion, folded, _WISHES),
        by_letter=_found(opinion, folded, _BY_LETTER),
        met=_found(opinion, folded, _MET),
        draft=_found(opinion, folded, _DRAFT),
        as_agency=tuple(_text(opinion, m) for m in _AS_AGENCY.finditer(folded) if not _quoted(folded, m.start())),
    )


def _found(opinion: MappedText, folded: str, words: Pattern, unless: Pattern | None = None) -> tuple[Text, ...]:
    """Every match of `words` that `unless` does not lead up to in the same clause."""
    return tuple(
        _text(opinion, match)
        for match in words.finditer(folded)
        if unless is None or unless.search(folded, _clause_start(folded, match.start()), match.start()) is None
    )


def _clause_start(folded: str, at: int) -> int:
    floor = max(0, at - 40)
    return max((m.end() for m in _CLAUSE.finditer(folded, floor, at)), default=floor)


def _text(opinion: MappedText, match: regex.Match[str]) -> Text:
    return as_text(opinion, match.start(), match.end())


def _quoted(folded: str, at: int) -> bool:
    before = folded[:at]
    return before.count("“") > before.count("”")
