"""模板占位: words of a template that nobody filled in (对××工作的关心, 【单位名称】, 20XX年)."""

from __future__ import annotations

from collections.abc import Iterator

from govreply.grammar.rows import as_text
from govreply.lexicon.fold import fold
from govreply.model import Text
from govreply.patterns import compile_pattern
from govreply.span import MappedText

_CROSSES = r"[×✕✖╳xX*]"
# names hidden on purpose (张××委员, XX小区) stand elsewhere: only where the organ's own field of work belongs is it certain
_FIELD_OF_WORK = compile_pattern(
    rf"对(?:我|本|全)?[省市县区州局厅委镇乡旗盟]{{0,2}}(?P<blank>{_CROSSES}{{2,4}}|某某)[\p{{Han}}]{{0,4}}(?:工作|事业|建设|发展)"
)
_OF_SESSION = compile_pattern(
    rf"(?P<blank>{_CROSSES}{{1,3}}届[\p{{Han}}]{{0,8}}{_CROSSES}{{1,3}}次|第{_CROSSES}{{2,8}}号(?=提案|建议|议案))"
)
_OF_DATE = compile_pattern(
    rf"(?P<blank>(?:20|二〇){_CROSSES}{{2}}年|{_CROSSES}{{2,4}}年{_CROSSES}{{1,2}}月(?:{_CROSSES}{{1,2}}日)?)"
)
# over the text itself, as folding makes 【 into 〔
_OF_TEMPLATE = compile_pattern(
    r"(?P<blank>【[ 　]{0,8}】"
    r"|【(?:请?(?:选择|输入|插入|补充)|请填写|此处)(?!.{0,8}表)[^】]{0,20}】"
    r"|【(?:单位|部门|机关|委员|代表|提案|建议|发文)(?:名称|姓名|编号|标题|机关)】"
    r"|[（(]此处(?:填写|输入|插入|补充)[^）)]{0,20}[）)]"
    r"|请选择(?=[，。；、]|$)|(?:单击|点击)此处(?:输入|添加)[\p{Han}]{0,4}"
    r"|\{\{[^{}]{1,40}\}\}|\$\{[^{}]{1,40}\}"
    r"|(?<=[\p{Han}，])[_＿]{3,40}(?=[\p{Han}，。]))"
)
_WIDTH = (_FIELD_OF_WORK, _OF_SESSION, _OF_DATE)


def placeholders(text: MappedText) -> Iterator[Text]:
    """The unfilled places of `text`, in order."""
    folded = fold(text.text)
    found = {m.span("blank") for pattern in _WIDTH for m in pattern.finditer(folded)}
    found |= {m.span("blank") for m in _OF_TEMPLATE.finditer(text.text)}
    yield from (as_text(text, start, end) for start, end in sorted(found))
