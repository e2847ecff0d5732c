"""Names of persons in the value of a contact label, without the sections, ranks and numbers that stand around them."""

from __future__ import annotations

from collections.abc import Sequence

from govreply.patterns import compile_pattern

_TOKEN = compile_pattern(r"[\p{Han}·•]{1,14}")
_RANK = (
    r"(?:副?(?:局长|主任|科长|处长|县长|市长|区长|镇长|乡长|厅长|部长|院长|所长|站长|股长|队长|书记|主席|秘书长|总工程师|行长|校长|负责人)"
    r"|(?:[一二三四]级)?(?:主任科员|调研员|科员|巡视员|主办|警长)|党组成员|党组书记)"
)
_UNIT = compile_pattern(
    r"(?<=.)(?:科|处|室|股|局|厅|委|办|站|所|队|组|中心|(?<=..)庭|(?<=.{3})司|委员会|支队|大队|(?<=..)部|办公室|部门|科室|单位|政府|公司|法院|检察院|医院|学校)$"
    # a post without its holder: 股室负责人, 规划科科长, 办公室主任
    rf"|(?:负责人|责任人|联系人|工作人员)$|^[\p{{Han}}]{{0,10}}(?:科|处|室|股|局|中心|办){_RANK}$"
    rf"|^(?:{_RANK}|同志|手机|电话|转|或|座机|办公|传真|无|暂无|及|和|分机|联系|工作日|上班时间)$"
)
_SUFFIX = compile_pattern(rf"(?:{_RANK}|同志|先生|女士)$")
_PREFIX = compile_pattern(rf"^(?:[\p{{Han}}]{{1,10}}(?:科|处|室|股|局|中心|办公室))?{_RANK}(?=[\p{{Han}}]{{2,4}}$)")
_AFTER_UNIT = compile_pattern(r"^[\p{Han}]{2,10}(?:科室|科|处|股|办公室|中心)(?=[\p{Han}]{2,3}$)")
_SHORTEST_NAME_AND_UNIT = 5


def find_names(folded: str, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the names stand in a value; single characters set apart are one name (白 帆).

    Args:
        folded: the folded value.
        taken: ranges that are phones.
    """
    found: list[tuple[int, int]] = []
    pending: tuple[int, int] | None = None
    wide_end = -1
    bracket_end = -1
    for match in _TOKEN.finditer(folded):
        if any(a < match.end() and match.start() < b for a, b in taken) or match.start() < bracket_end:
            continue
        if match.start() and folded[match.start() - 1] == "（" and folded[: match.start() - 1].strip():
            bracket_end = folded.find("）", match.end())
            continue
        token = match.group()
        if len(token) == 1:
            if found and found[-1][1] == wide_end and not folded[wide_end : match.start()].strip():
                found[-1] = (found[-1][0], match.end())  # a third character: 木 春 荣
                wide_end = -1
            elif pending is not None and not folded[pending[1] : match.start()].strip():
                found.append((pending[0], match.end()))
                pending, wide_end = None, match.end()
            else:
                pending = match.span()
            continue
        pending = None
        if _UNIT.search(token):
            continue
        start, end = _trim(token)
        found.append((match.start() + start, match.start() + end))
    return found


def _trim(token: str) -> tuple[int, int]:
    """Cut ranks off a name: 王某科长, 科长王某, 建设科王某."""
    start, end = 0, len(token)
    suffix = _SUFFIX.search(token)
    if suffix is not None and suffix.start() >= 2:
        end = suffix.start()
    prefix = _PREFIX.match(token[:end]) or (_AFTER_UNIT.match(token[:end]) if end >= _SHORTEST_NAME_AND_UNIT else None)
    if prefix is not None:
        start = prefix.end()
    return start, end
