"""案由: the topic of a matter inside a sentence or a title, with or without brackets, wrapped once or twice."""

from __future__ import annotations

from attrs import frozen

from govreply.patterns import compile_pattern

_PAIRS = {"《": "》", "“": "”", "‘": "’", "〈": "〉", '"': '"', "〔": "〕"}
_ITEM = r"(?:建议案|提案|建议|议案)"
_STARTS = compile_pattern(
    r"(?:提出的?|提交的?|关于|的|号|提案|建议|议案|[您你]们?|贵\p{Han}{1,3}|委员|代表|对|和|及|与|、|，|：|“|《|》|”|；|^|）|对于|答复|将|就|收到|有关|于|题为|(?:建议|提案|议案)（)$"
)
_FOLLOWS = compile_pattern(
    rf"(?:的?(?:第.{{1,12}}号)?(?:代表|委员|政协)?{_ITEM}|（第?[A-Z]{{0,3}}[0-9、-]{{1,14}}号?(?:提案|建议|议案)?）|：?第.{{1,12}}号|，?(?:已经?)?收悉|，?(?:已|现已|已经)?(?:交|转)|，?悉|的?(?:回|答)复|，经|，现)"
)
_TOPIC_END = compile_pattern(rf"{_ITEM}$|(?:意见|问题|报告)$")
_RAISED = compile_pattern(r"提(?:出|交)的?$")
_HANDS_ON = compile_pattern(r"(?:的函|的通知|的请示|交办单|转办单|办理单|征求意见函|协办函|会办函)$")
_SIGN = r"(?:[^《》“”]|“[^《》“”]{1,24}”)"  # a word of the topic may stand in quotes
_BARE = compile_pattern(
    rf"(?P<topic>关于(?:(?!收悉|答复如下|。|次(?:全体)?会议|第[A-Z]{{0,4}}[-0-9、]{{1,20}}号|[0-9]{{1,12}}号{_ITEM}){_SIGN}){{2,120}}?{_ITEM})(?=[》”]?(?:（[^）]{{1,20}}）)?，?(?:已|现|也|我|由|后|，|收悉|悉|的?答复|的?办理|（|。|：|-|$))"
)
_BARE_AFTER_RAISED = compile_pattern(
    rf"提出的(?P<topic>(?:(?!收悉|答复如下|关于|。|第[A-Z]{{0,4}}[0-9]){_SIGN}){{2,100}}?{_ITEM})(?=，?(?:（[^）]{{1,20}}）)?，?(?:已|收悉|悉))"
)
_ACKNOWLEDGES = compile_pattern(
    r"收悉|悉，|(?:答复|回复|函复|函告)如下|(?:交由|转交|交给?|转)我|(?:交|转)[\p{Han}]{1,12}(?:办理|研究)|由我[\p{Han}]{1,4}(?:主办|办理|承办)"
)
_SENTENCE = compile_pattern(r"。|收悉|答复如下")
_GOES_ON = compile_pattern(r"[、，和及与]?[《“]")
_CLOSERS = compile_pattern(r"[》”’〉〕]")
_LONGEST = 300
_INNER = compile_pattern(rf"^关于[“《](?P<inner>.{{4,200}})[”》]的?{_ITEM}$")


@frozen
class TopicMatch:
    """A topic: ``[start, end)`` without its wrapper, ``[outer_start, outer_end)`` with it; offsets in the folded text."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    evidence: str


def find_topics(folded: str, *, raised: bool = False) -> list[TopicMatch]:
    """The topics of the matters named in a sentence that acknowledges them, in order.

    `raised`: the sentence need not acknowledge them, if it says that somebody raised them (对某委员提出的“…”).
    """
    quoted = [t for t in _quoted(folded, raised) if t.end - t.start >= 4]
    if quoted:
        # 贵厅《关于征求…会办意见的函》: what hands the matter on is not the matter
        return [t for t in quoted if not _HANDS_ON.search(folded, t.start, t.end)]
    for pattern, evidence in (
        (_BARE, "from 关于 to the item word"),
        (_BARE_AFTER_RAISED, "behind 提出的 up to the item word"),
    ):
        match = pattern.search(folded)
        if match is not None:
            return [
                TopicMatch(match.start("topic"), match.end("topic"), match.start("topic"), match.end("topic"), evidence)
            ]
    return []


def _quoted(folded: str, raised: bool) -> list[TopicMatch]:
    """Topics in 《》 or “”; what else stands in brackets (a cited document, a slogan) has neither their front nor their back."""
    found: list[TopicMatch] = []
    listed: list[TopicMatch] = []
    at = 0
    while at < len(folded):
        closing = _PAIRS.get(folded[at])
        if closing is None or folded[at] in "‘〈" or (folded[at] == "〔" and not folded.startswith("关于", at + 1)):
            at += 1
            continue
        stop = _closing(folded, at)
        if stop is None:
            open_ended = _open_topic(folded, at)
            if open_ended is not None:
                found.append(open_ended)
                at = open_ended.outer_end
            else:
                at += 1
            continue
        inner = folded[at + 1 : stop]
        after = _FOLLOWS.match(folded, stop + 1)
        before = _STARTS.search(folded[max(0, at - 4) : at])
        named = inner.startswith("关于") or _TOPIC_END.search(inner) is not None
        if raised and named and _RAISED.search(folded, max(0, at - 4), at):
            found.append(_unwrap(folded, at, stop))
        elif before is not None and (after is not None or (named and _sentence_acknowledges(folded, stop))):
            found.extend([*listed, _unwrap(folded, at, stop)])
            listed = []
        elif before is not None and _GOES_ON.match(folded, stop + 1):
            listed.append(_unwrap(folded, at, stop))  # 《…》、《…》的建议: what closes the list speaks for all of it
        else:
            listed = []
        at = stop + 1
    return found


def _closing(folded: str, at: int) -> int | None:
    """Index of the sign that closes the bracket at `at`, nesting of the same kind counted; ``None`` if it never closes."""
    opening, closing, depth = folded[at], _PAIRS[folded[at]], 0
    if opening == closing:
        stop = folded.find(closing, at + 1, at + _LONGEST)
        return stop if stop > 0 else None
    for index in range(at, min(len(folded), at + _LONGEST)):
        if folded[index] == opening:
            depth += 1
        elif folded[index] == closing:
            depth -= 1
            if depth == 0:
                break
    else:
        index = -1
    if index > 0 and _SENTENCE.search(folded, at, index) is None:
        return index
    # one that is opened inside is never closed: the first sign that what follows a topic follows
    found = (m.start() for m in _CLOSERS.finditer(folded, at, min(len(folded), at + _LONGEST)) if m.group() == closing)
    return next((i for i in found if _FOLLOWS.match(folded, i + 1)), None)


def _open_topic(folded: str, at: int) -> TopicMatch | None:
    """A bracket that is never closed: the topic runs up to its item word before 收悉."""
    match = _BARE.search(folded, at + 1, min(len(folded), at + 200))
    if match is None or match.start() != at + 1:
        return None
    return TopicMatch(
        match.start("topic"), match.end("topic"), at, match.end("topic"), "opening bracket that is never closed"
    )


def _unwrap(folded: str, at: int, stop: int) -> TopicMatch:
    start, end = at + 1, stop
    inner = _INNER.match(folded[start:end])
    if inner is not None:
        start, end = start + inner.start("inner"), start + inner.end("inner")
    return TopicMatch(start, end, at, stop + 1, f"inside {folded[at]}{folded[stop]}")


def _sentence_acknowledges(folded: str, pos: int) -> bool:
    return _ACKNOWLEDGES.search(folded, pos, min(len(folded), pos + 60)) is not None
