"""What a figure measures: the noun right before it (示范区16处) or, where none stands there, right behind it (16处示范区)."""

from __future__ import annotations

from govreply.lexicon.measures import read_unit
from govreply.lexicon.units import FigureMatch
from govreply.patterns import compile_pattern

_DELIMITER = compile_pattern(r"[，。；、：（）“”《》！？,…]")
_REACH = 30
# what joins a noun to its figure
_TRAILING = compile_pattern(
    r"(?:约|共有?|[共合总]计|已|达到|达|为|有|是|超过|近|仅|了|就|也|均|只|多达|高达|现有|目前|保持在|稳定在|控制在|提[高升]到|[增降]至)$"
)
# verbs and time words that lead up to a noun; what follows the last of them is the noun
_LEADING = compile_pattern(
    r"目前|现已|已经?|全年|累计|共(?:有|计|同)?|总计|合计|今年|去年|年来|[年月]底?|期间|以来|[我本全][国省市区县旗州镇局委]"
    r"|建成|建有|建立|建设了?|新建|新增|完成|拥有|现有|投放|投用|投入|举办|开展|安装|配备|培训|发放|设立|设置|组织|实施了?|签约|引进|培育|打造"
    r"|布局|覆盖|惠及|服务(?!中心|站|点|网点|平台|窗口|大厅|热线|机构|驿站|队)|带动|吸引|争取|下达|安排|拨付|筹集|查处|查出|受理|收到|办理|走访|检查|排查|抽查|发现|整治|整改|出台|制定|印发"
    r"|开通|开设|开工|竣工|认定|评选|创建|入选|获批|推广|购置|更新|更换|清理|拆除|关闭|淘汰|涉及|包括|辖|分为|实现|形成|节约|减少|减排"
)
_TIMES = compile_pattern(r"目前|现已|已经?|全年|今年|去年|年来|[年月]底?|期间|以来|[我本全][国省市区县旗州镇局委]")
_NO_NOUN = compile_pattern(r"^[对向经在由给把将按从以]|^(?:其余|剩余|其中|首批|分别|提前|每)|[和与及向对]$")
# what ends a noun behind its figure
_STOP = compile_pattern(
    r"的|[已均将并和与及在由从被为是对按每可需应未不就等了到也还都给]|(?<![储节性功智职产动热电光核效])能(?![源力耗效级])|率先|全部|正在|参加|进行|开展|完成|实施|投入|建成|安装|以上|用于"
    r"|得到|纳入|实现|达到|予以|提供|负责|集中|覆盖|通过|享受|开工|完工|启动|运行|投用|竣工|签订|联合|共同|合计|共计|组成"
)
_MOVING = compile_pattern(r"增长|下降|提高|上升|降低|同比|环比|增幅|降幅|减少|压缩|占|涨|跌")
_RATE = compile_pattern(r"(?:率|比例|占比|比重|度)$")
_FROM = compile_pattern(r"[由从](?!业)[\p{Han}0-9]{0,12}$")
_HAN_START = compile_pattern(r"[\p{Han}A-Za-z]{2,16}")


def subject_of(folded: str, match: FigureMatch, before: int, after: int) -> str | None:
    """What the figure `match` measures; `before` and `after` are where its neighbours end and begin.

    ``None`` where it stands behind a list of nouns, in a change (增长20%), or where nothing certain stands beside it.
    """
    left, coordinated = _left(folded, match.start, before)
    words = folded[left : match.start]
    percent = match.unit in ("%", "‰")
    if _MOVING.search(words) and not words.endswith("占比"):
        return None
    noun = _noun_before(words, percent=percent)
    if percent:
        return noun if noun and not coordinated and _RATE.search(noun) else None
    if noun:
        return None if coordinated and len(noun) == len(words) else noun
    return _noun_behind(folded, match.end, after) if _counts(match.unit) else None


def _left(folded: str, start: int, before: int) -> tuple[int, bool]:
    """Where the words before the figure begin, and whether they go on a list of nouns (桥梁、隧道3座)."""
    low = max(before, start - _REACH)
    signs = list(_DELIMITER.finditer(folded, low, start))
    if not signs:
        return low, False
    last = signs[-1]
    earlier = _DELIMITER.search(folded, low, last.start())
    return last.end(), last.group() == "、" and low < last.start() and (
        earlier is not None or low > before or before == 0
    )


def _noun_before(words: str, *, percent: bool) -> str | None:
    started = _FROM.search(words)
    if started is not None:
        words = words[: started.start()]
    while (joined := _TRAILING.search(words)) is not None:
        words = words[: joined.start()]
    # a rate is named after what is done (培训合格率), so its verb stays
    for lead in list((_TIMES if percent else _LEADING).finditer(words))[::-1]:
        if len(words) - lead.end() != 1:
            words = words[lead.end() :]
            break
    noun = words.strip(" 的")
    return noun if len(noun) >= 2 and _HAN_START.match(noun) and not _NO_NOUN.search(noun) else None


def _noun_behind(folded: str, end: int, after: int) -> str | None:
    words = folded[end : min(after, end + _REACH)]
    delimiter = _DELIMITER.search(words)
    words = words[: delimiter.start()] if delimiter else words
    stop = _STOP.search(words)
    noun = (words[: stop.start()] if stop else words).strip()
    return noun if len(noun) >= 2 and _HAN_START.match(noun) else None


def _counts(unit: str) -> bool:
    return read_unit(unit).kind in ("count", "money", "")
