"""Organs that took part in the answer; the opening tells them: 会同, 经商, 会办."""

from __future__ import annotations

import regex

from govreply.grammar.draft import Draft
from govreply.grammar.organs import as_mention, is_organ
from govreply.grammar.paragraphs import Paragraph
from govreply.lexicon.agencies import find_agencies, split_agency_list
from govreply.lexicon.fold import fold
from govreply.model import AgencyMention
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_LONGEST_OPENING = 800
_SENTENCE = 40
_REACH = 14  # characters behind a list, in which 研究 or 办理 follows
_MANNER = (
    r"(?:进行了?|作了|做了|开展了?|认真|仔细|深入|共同|联合|反复|一起|一并|充分|逐[条项一]|分别|专题|专门|多次|现场|积极"
    r"|及时|会同|就此){0,4}"
)
_WORK = r"(?:研究|办理|会商|协商|沟通|商议|讨论|答复|商量|调研|实地|分析|会办|商榷|落实|论证|座谈|对接|踏勘|会签|审核)"
_ORGANS = r"(?P<organs>[\p{Han}（）、，0-9]{2,160}?)"
# where the list of those who were asked ends; 科左后旗 and 后勤 go on
_ASKED = (
    rf"(?=等?{_MANNER}{_WORK}|一[起道同]|，?现|，?就|，对|对[\p{{Han}}]{{0,16}}(?:进行|开展)|。|；|，?并(?:征求|听取|商|会同|结合)"
    r"|同意[，。；]|(?:的?意见|同意|一致)?[之以]?后(?:[，。；]|现|形成|提出|综合|研究|[函回答]复))"
)
_ASKING = compile_pattern(
    r"(?:(?<![\p{Han}])|(?:我|本|由我)[局委厅办部院会中心市县区旗州镇乡处队站行校社司们公]{1,2}|经|并|，|现|及时|已|积极|牵头"
    r"|主动|后)"
    rf"(?P<verb>会同|商请|经商|并商|商|会商|经与|会办(?!单位|部门)|联合|协同|与)(?P<asked>(?:会办|协办|分办)(?:单位|部门))?{_ORGANS}{_ASKED}"
)
# the organ that answers names itself: 市公安局交警支队商市城管局办理
_ASKING_BY_NAME = compile_pattern(
    r"(?<=[\p{Han}]{2}(?:[局厅委办部院会署处队站府心司社所]|公司))(?:牵头|负责|积极|及时|主动)?"
    rf"(?P<verb>会同|商请|经商|商(?![务会贸城业标场品圈户铺人])|协同){_ORGANS}{_ASKED}"
)
_HANDING = compile_pattern(
    rf"(?:主办|牵头(?:办理|负责)?|承办)[，、；](?P<verb>)(?:并?由)?{_ORGANS}(?=(?:等)?(?:分别|共同|负责|配合)?(?:会办|协办|分办|配合办理|参与办理|配合))"
)
# 会办单位为县财政局、县水务局。
_LISTED = compile_pattern(
    r"(?P<verb>(?:协办|会办|配合)(?:单位|部门))(?:为|是|有|：)(?P<organs>[\p{Han}、和及与，]{2,160}?)(?=[）。；]|$|，?(?:现|共同|经))"
)
_OPINIONS = compile_pattern(
    rf"(?P<verb>征求了?|听取了?|结合|综合|汇总|吸收){_ORGANS}(?=的?(?:会办|协办|办理|反馈|书面|有关|相关)?意见)"
)
# 县发改局、县财政局提出了会办意见: the list begins its clause
_GIVING = compile_pattern(
    r"(?:^|(?<=[，。；：》”）]))(?P<verb>)(?P<organs>[\p{Han}（）、0-9]{3,160}?)"
    r"(?=(?:分别|均|也|已|先后|就此|对此|及时|向我[局委厅办部院]){0,3}(?:提出|反馈|提供|报来|报送|出具|函复)了?(?:书面|具体|相关|有关|各自的?|的){0,2}"
    r"(?:会办|协办|分办|会签|办理|反馈|回复|书面|答复)意见)"
)
# 市人社局、市商务局共同办理: the organ that answers stands in the list
_TOGETHER = compile_pattern(
    r"(?:^|(?<=[，。；：》”）])|(?<=由))(?:由)?(?P<verb>)(?P<organs>[\p{Han}（）、0-9]{5,160}?)"
    r"(?=(?:共同|联合|一起|一并|协同)(?:研究|负责)?(?:办理|承办|主办|答复))"
)
_DRAWN_UP = compile_pattern(r"[\p{Han}]{0,6}?(?:制定|出台|印发|起草|编制|开展)")
_HANDLED = compile_pattern(r"研究|办理|会商|协商|答复|商议|会办|沟通|论证|座谈|踏勘|会签|对接")
_ETC = compile_pattern(
    r"等(?:[0-9一二三四五六七八九十多几两]{0,3})(?:家|个|有关|相关|[省市县区州旗]直|直属|职能|协办|会办|分办|主办|参与|配合|责任|牵头){0,4}"
    r"(?:部门|单位|机关|委办局|局委办|成员单位|委局)?(?:的)?$"
)
_INSTITUTION = compile_pattern(r"[\p{Han}]{2,30}(?:电力|公司|集团|银行|分行|学院|大学|医院|研究院|街道|党工委)")
_NO_INSTITUTION = compile_pattern(
    r"^(?:有关|相关|各|其他|其它|多个|我|本|该|此|您|你|贵|几|部分|专业|技术)|人员|干部|群众|专家|同志|负责人|部门$|单位$|代表$|委员$"
)
_OURSELVES = compile_pattern(r"[我本][\p{Han}]{1,3}")
# an office inside the organ that answers, which helps its own house: 法规处, 督查室
_INNER_OFFICE = compile_pattern(r"(?![省市县区州旗盟镇乡国])[\p{Han}]{1,6}(?<!办事)[处科股室庭]")


def read(draft: Draft, paragraphs: list[Paragraph]) -> None:
    """Organs that took part in the answer; only the opening tells them, 会同 in a measure is none."""
    for paragraph in paragraphs:
        folded = paragraph.folded[:_LONGEST_OPENING]
        for match in _joint_matches(folded):
            _read_list(draft, paragraph, match, f"behind {match['verb'] or '主办'} in the opening")
        for match in _GIVING.finditer(folded):
            _read_list(draft, paragraph, match, "gave its opinion as one asked to help")
        for match in _TOGETHER.finditer(folded):
            if _names_own(draft, _listed(paragraph, match)):
                _read_list(draft, paragraph, match, "handled it together with the organ that answers")


def _read_list(draft: Draft, paragraph: Paragraph, match: regex.Match[str], reason: str) -> None:
    for name in _listed(paragraph, match):
        if any(name.text == j.text or name.whole.overlaps(j.span) for j in draft.joint_agencies):
            continue
        if not _is_institution(fold(name.text)):
            draft.why.reject("joint_agencies", name.text, name.whole, "no organ or institution by its name")
            continue
        mention = as_mention(draft, name)
        if _is_own(draft, mention):
            draft.why.reject("joint_agencies", name.text, name.whole, "the organ that answers")
            continue
        draft.joint_agencies.append(mention)
        draft.why.accept("joint_agencies", mention.text, mention.span, reason)


def _listed(paragraph: Paragraph, match: regex.Match[str]) -> list[MappedText]:
    """The names in the list that a match found, 等部门 at its end left out."""
    etc = _ETC.search(match["organs"])
    listed = match["organs"][: etc.start()] if etc is not None else match["organs"]
    at = match.start("organs")
    names = [paragraph.tidy.cut(at + start, at + end) for start, end in split_agency_list(listed)]
    return [name for name in names if name.text]


def _names_own(draft: Draft, names: list[MappedText]) -> bool:
    """Whether a list names the organ that answers, as 我局 or by its name."""
    return any(_OURSELVES.fullmatch(fold(n.text)) or _is_own(draft, as_mention(draft, n)) for n in names)


def _is_own(draft: Draft, mention: AgencyMention) -> bool:
    own = [draft.issuer, *(draft.signature.agencies[:1] if draft.signature is not None else ())]
    names = {fold(name) for organ in own if organ is not None for name in (organ.text, organ.canonical) if name}
    return fold(mention.text) in names or (mention.canonical is not None and fold(mention.canonical) in names)


def _joint_matches(folded: str) -> list[regex.Match[str]]:
    """Where organs are named as taking part, in order. 经商 speaks of it by itself; 会同 and 与 need 研究 or the like."""
    asking = [m for m in _ASKING.finditer(folded) if "商" in m["verb"] or m["asked"] or _is_handled(folded, m)]
    by_name = [
        m
        for m in _ASKING_BY_NAME.finditer(folded)
        if _is_handled(folded, m) and _DRAWN_UP.match(folded, m.end("organs")) is None
    ]
    found = [*asking, *by_name]
    for pattern in (_HANDING, _LISTED, _OPINIONS):
        found.extend(pattern.finditer(folded))
    return sorted(found, key=_place)


def _is_handled(folded: str, match: regex.Match[str]) -> bool:
    end = match.end("organs")
    if folded.startswith("对", end):  # 会同…对…进行了排查。现将办理情况: what was done stands behind
        end = max(end, folded.find("。", end, end + _SENTENCE))
    return _HANDLED.search(folded, end, min(len(folded), end + _REACH)) is not None


def _place(match: regex.Match[str]) -> int:
    return match.start("organs")


def _is_institution(name: str) -> bool:
    """Whether a name in a list of co-handlers is that of an organ or an institution; 有关部门 and 您 are none."""
    if _NO_INSTITUTION.search(name) or _INNER_OFFICE.fullmatch(name):
        return False
    if is_organ(name) or _INSTITUTION.fullmatch(name):
        return True
    return any(m.start == 0 and m.end == len(name) for m in find_agencies(name))
