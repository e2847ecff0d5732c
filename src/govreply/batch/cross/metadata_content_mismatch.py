"""The catalogue says of a document what the document does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govreply.batch.catalogue.compare import COMPARED, differs, is_slip
from govreply.batch.catalogue.fields import WORDS, Field
from govreply.batch.cross.base import CrossPlace, CrossProblem, CrossRule
from govreply.findings import Severity
from govreply.language import Bilingual
from govreply.model import Text
from govreply.rules.base import Explanation

if TYPE_CHECKING:
    from govreply.batch.cross.examples import Passes, Violates
    from govreply.batch.cross.view import Filed, View

_LONGEST: Final = 60  # signs of a value in a message


def check(view: View) -> Iterator[CrossProblem]:
    """One problem for each cell, with every reply of the entry; one that agrees is enough to keep silent."""
    for filed in view.filed:
        for field, others in _others(view, filed).items():
            if others:
                yield _problem(filed, field, others)


def _others(view: View, filed: Filed) -> dict[Field, list[tuple[int, Text]]]:
    """Field → the replies of the entry and what they say, where none of them says what the cell says."""
    found: dict[Field, list[tuple[int, Text]]] = {field: [] for field in COMPARED if filed.get(field)}
    for key in view.replies(filed.inputs):
        if not found:
            break
        reply = view.reply(key)
        for field in tuple(found):
            text = differs(field, filed.get(field), reply)
            if text is None:
                del found[field]
            else:
                found[field].append((key, text))
    return found


def _problem(filed: Filed, field: Field, others: list[tuple[int, Text]]) -> CrossProblem:
    words, written, printed = WORDS[field], filed.get(field), others[0][1].text
    milder = field is Field.TITLE and not is_slip(written, printed)
    return CrossProblem(
        message=Bilingual(
            f"目录{filed.where.zh}的{words.zh}是“{_short(written)}”，文件上是“{_short(printed)}”",
            f"the {words.en} in {filed.where.en} of the catalogue is “{_short(written)}”, in the document “{_short(printed)}”",
        ),
        places=(
            filed.at(field),
            *(
                CrossPlace(
                    label=Bilingual(f"{words.zh}：{_short(text.text)}", f"{words.en}: {_short(text.text)}"),
                    input=key,
                    span=text.span,
                )
                for key, text in others
            ),
        ),
        # a title of other words altogether may be one that an archivist made
        severity=Severity.WARNING if milder else None,
        suggestion=Bilingual(
            "按文件改正目录；若文件写错，先改文件", "correct the catalogue, or the document if that is wrong"
        ),
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"


def row(**changed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Header and entry of a catalogue that describes the first letter, with `changed` cells (by the names of fields)."""
    values = {
        Field.CODE: "0194-WS·2023-D30-BGS-0001",
        Field.NUMBER: "武水函〔2023〕21号",
        Field.ISSUER: "武汉市水务局",
        Field.TITLE: "对市政协十四届二次会议第20230117号提案的答复",
        Field.DATE: "20230612",
        Field.ADDRESSEE: "陆承安",
        Field.FILE: "a.md",
        **{Field(name): text for name, text in changed.items()},
    }
    return tuple(WORDS[field].zh for field in values), tuple(values.values())


def violates() -> Iterable[Violates]:
    """Cells that the document contradicts."""
    from govreply.batch.cross.examples import Bundle, Violates
    from govreply.batch.cross.letters import first

    files = {"a.md": first()}
    title = "对市政协十四届二次会议第20230117号提案的答复"
    for name, written, printed, note in (
        ("number", "武水函〔2023〕41号", "武水函〔2023〕21号", "文号著录错"),
        ("title", title.replace("0117", "0171"), title, "题名里的提案号著录错"),
        ("issuer", "武汉市园林和林业局", "武汉市水务局", "责任者著录为别的机关"),
        ("issuer", "武汉财政局", "武汉市水务局", "责任者著录为别的机关，省了“市”字"),
        ("date", "20230621", "2023年6月12日", "日期著录错"),
        ("addressee", "陆承案", "陆承安", "主送著录错一字"),
    ):
        yield Violates(
            Bundle(files=files, catalogue=row(**{name: written})),
            at=(("目录:2", written), ("a.md", printed)),
            note=note,
        )
    yield Violates(
        Bundle(files={"a.md": first(addressees=("冉光辉", "蒲晓琴", "王德海"))}, catalogue=row(addressee="王小二委员")),
        at=(("目录:2", "王小二委员"), ("a.md", "冉光辉、蒲晓琴、王德海")),
        note="主送著录为别的人，文件上有三位",
    )
    printed = "关于市政协十四届二次会议《关于加强老旧小区雨污分流改造的建议》（第20230117号）的答复"
    yield Violates(
        Bundle(files={"a.md": first(title=printed)}, catalogue=row(title=printed.replace("0117", "0711"))),
        at=(("目录:2", printed.replace("0117", "0711")), ("a.md", printed)),
        note="括号里的提案号著录错",
    )
    yield Violates(
        Bundle(files=files, catalogue=row(title="关于开展2023年度河道清淤工作的通知")),
        at=(("目录:2", "关于开展2023年度河道清淤工作的通知"), ("a.md", title)),
        note="题名全然不同，作警告",
        severity=Severity.WARNING,
    )


def passes() -> Iterable[Passes]:
    """Cells that say the same in another way."""
    from govreply.batch.cross.examples import Bundle, Passes
    from govreply.batch.cross.letters import first

    def of(note: str, **changed: str) -> Passes:
        return Passes(Bundle(files={"a.md": first()}, catalogue=row(**changed)), note=note)

    title = "对市政协十四届二次会议第20230117号提案的答复"
    yield of("全部相同")
    yield of("题名用方括号补充责任者和案由", title=f"[武汉市水务局]{title}[关于雨污分流]")
    yield of("题名前加责任者", title=f"武汉市水务局{title}")
    yield of("题名作“关于……的复函”", title=title.replace("对", "关于").replace("答复", "复函"))
    yield of("题名以案由称之", title="关于加强老旧小区雨污分流改造的建议的答复")
    yield of("文号用方括号，有空格", number="武水函[2023] 21 号")
    yield of("责任者用简称", issuer="市水务局")
    yield of("责任者省了“市”字", issuer="武汉水务局")
    yield of("责任者看不出是哪个机关", issuer="某某")
    yield of("责任者列了两家", issuer="武汉市水务局、武汉市财政局")
    yield of("日期写到月", date="2023年6月")
    yield of("日期另一种写法", date="2023-6-12")
    yield of("主送带称谓", addressee="陆承安委员等3人")
    yield of("主送写作市政协提案委", addressee="市政协提案委")
    yield of("无文号的著录", number="无")
    yield Passes(
        Bundle(
            files={"a.md": first(issuer="市水务局", signature=("武汉市水务局",))}, catalogue=row(issuer="武汉市水务局")
        ),
        note="署名用简称，责任者用规范全称",
    )
    yield Passes(
        Bundle(
            files={"a.md": first(metadata=(("索引号", "SW-2023-117"), ("发布日期", "2023年6月20日")))},
            catalogue=row(date="20230620"),
        ),
        note="著录的是印发、发布日期",
    )


RULE = CrossRule(
    name="metadata-content-mismatch",
    code="BAT017",
    severity=Severity.ERROR,
    since="0.1.0",
    title=Bilingual("著录与内容不符", "The catalogue contradicts the document"),
    explanation=Explanation(
        contradiction=Bilingual(
            "目录所著录的题名、文号、责任者、日期、主送与文件上的不同；题名全然不同的作警告。",
            "Title, number, issuer, date or addressee of an entry differ from those of the document; a title of other words "
            "altogether is a warning.",
        ),
        importance=Bilingual(
            "按目录检索，错了就找不到，或找到的不是它。", "By a wrong entry a document is not found, or another one is."
        ),
        silent=(
            Bilingual(
                "题名加方括号补充、前加责任者、以案由称之",
                "titles with additions in square brackets, with the issuer in front, or by the topic",
            ),
            Bilingual("责任者用规范全称或通用简称", "issuers by their full or their usual short names"),
            Bilingual("成文日期与印发、发布日期之别", "the day of printing or publishing in place of the letter's own"),
            Bilingual("括号、空格、数字写法不同", "other brackets, blanks and digits"),
        ),
        grounds=Bilingual("DA/T 46-2009；DA/T 70-2018", "DA/T 46-2009; DA/T 70-2018"),
    ),
    of_catalogue=True,
    check=check,
    violates=violates,
    passes=passes,
)
