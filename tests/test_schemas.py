"""The published schemas describe what is printed: whole objects validate, damaged ones do not, no name drifts."""

from __future__ import annotations

import copy
import json
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema  # type: ignore[import-untyped]
import pytest

from govreply import model
from govreply.errors import Cause
from govreply.findings import RuleState, Severity, Verdict
from govreply.model import (
    Address,
    Addressee,
    AddresseeKind,
    Agency,
    AgencyMention,
    AgencyRole,
    Alias,
    Announcement,
    Arithmetic,
    Assembly,
    Attachment,
    AttachmentBody,
    Body,
    Breakdown,
    Change,
    ChangeKind,
    Choice,
    ChoiceName,
    Citation,
    Citing,
    ClassMark,
    Conclusion,
    ConclusionKind,
    Contact,
    ContactLabel,
    DateText,
    Diagnostic,
    Disclosure,
    DisclosureValue,
    Disposition,
    DocumentNumber,
    Ending,
    Feedback,
    Figure,
    FormField,
    Hedge,
    Identity,
    Irregularity,
    IrregularityKind,
    IssuedCitation,
    JointCount,
    LawCitation,
    Level,
    MarkFault,
    Matter,
    MatterKind,
    Measure,
    Metadata,
    NamedPerson,
    NamedPlace,
    Naming,
    Opinion,
    Option,
    OrganName,
    Outcome,
    PageDate,
    PageDateKind,
    PaperMark,
    PaperMarkKind,
    Part,
    PartRate,
    PartySlip,
    Personal,
    PersonalKind,
    Phone,
    PlanPeriod,
    PrintedNumber,
    Pronoun,
    PronounKind,
    Prospect,
    Range,
    Reply,
    Requested,
    Section,
    SelfReference,
    Share,
    Signature,
    SourceInfo,
    Standing,
    Statement,
    StatementKind,
    Structure,
    Text,
    Timing,
    TitleMark,
    Voice,
    WeekdayClaim,
    Where,
)
from govreply.places import Place, Story
from govreply.span import Span

SCHEMAS = Path(__file__).parents[1] / "schemas"


def load(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return schema


REPLY = load("reply.schema.json")
REPORT = load("report.schema.json")


def text(words: str, start: int = 0) -> Text:
    return Text(text=words, span=Span(start, start + len(words)))


PLACES = (
    Place(span=Span(0, 40), paragraph=1, run=1),
    Place(span=Span(40, 60), paragraph=2, table=1, row=2, column=3, run=2, offset=4),
)


def maximal() -> Reply:
    """A reply in which every field of every class holds something."""
    number = DocumentNumber(
        text="澄水函〔2024〕7号", span=Span(20, 32), organ_code="澄水函", year=2024, serial=7, raw="澄水函[2024]7号"
    )
    date = DateText(
        text="2024年5月6日", span=Span(900, 909), iso="2024-05-06", year=2024, month=5, day=6, where=Where.SIGNATURE
    )
    bureau = AgencyMention(text="澄江市水务局", span=Span(0, 6), canonical="澄江市水务局")
    matter = Matter(
        span=Span(40, 80),
        where=Where.TITLE,
        kind=MatterKind.PROPOSAL,
        kind_word=text("提案", 78),
        assembly=Assembly(text="市政协", span=Span(41, 44), body=Body.CPPCC, level=Level.MUNICIPAL, place="澄江"),
        term=9,
        session=3,
        session_text=text("九届三次会议", 44),
        number=text("20240015", 51),
        category=text("城建类015号", 60),
        title=text("关于疏浚河道的建议", 68),
    )
    citation = Citation(
        text="《河道管理办法》",
        span=Span(300, 308),
        title=text("河道管理办法", 301),
        document_number=number,
        where=Where.BODY,
    )
    figure = Figure(
        text="近3.5公里",
        span=Span(310, 316),
        value=3.5,
        unit="公里",
        approximate=True,
        subject="河道",
        decimals=1,
        standing=Standing.PLANNED,
        period="2024年",
        scope="全市",
        quoted=True,
    )
    measure = Measure(
        text="一是疏浚。",
        span=Span(320, 325),
        pieces=(Span(320, 322), Span(323, 325)),
        marker=text("一是", 320),
        ordinal=1,
        style="一是",
        agencies=(bureau,),
        figures=(figure,),
        citations=(citation,),
    )
    inner = Section(
        span=Span(326, 340), marker=text("（一）", 326), ordinal=1, style="（一）", heading=text("底数", 329)
    )
    section = Section(
        span=Span(290, 340),
        marker=text("一、", 290),
        ordinal=1,
        style="一、",
        heading=text("疏浚", 292),
        paragraphs=(text("已完成。", 295),),
        measures=(measure,),
        sections=(inner,),
        depth_hint=2,
    )
    phone = Phone(text="0877-5550142", span=Span(950, 962), extension="806")
    opinion = Opinion(text="满意。", span=Span(1100, 1103), matters=(matter,))
    option = Option(label=text("满意", 1050), checked=True, mark=text("☑", 1049))
    choice = Choice(
        span=Span(1040, 1060),
        label=text("结果评价", 1040),
        name=ChoiceName.RATING,
        options=(option,),
        selected=("满意",),
        multiple=True,
    )
    feedback = Feedback(
        span=Span(1000, 1200),
        title=text("征询意见表", 1000),
        proposer=text("沈一帆", 1010),
        number=text("20240015", 1014),
        matter_title=text("关于疏浚河道的建议", 1023),
        organ=text("澄江市水务局", 1033),
        place=text("", 1039),
        date=date,
        phone=text("0877-5550142", 1110),
        choices=(choice,),
        fields=(FormField(label=text("见面方式", 1120), value=text("座谈", 1125)),),
        opinion=opinion,
        blank=True,
    )
    return Reply(
        is_reply=True,
        source=SourceInfo(
            name="a.md",
            media_type="text/markdown",
            encoding="utf-8",
            encoding_how="utf-8",
            sha256="ab" * 32,
            characters=1200,
            size=3600,
        ),
        issuer=bureau,
        document_number=number,
        disposition=Disposition(text="B", span=Span(33, 34), code="B"),
        disclosure=Disclosure(text="主动公开", span=Span(35, 39), value=DisclosureValue.PUBLIC),
        signer=text("顾怀远", 36),
        title=text("对市政协九届三次会议第20240015号提案的答复", 40),
        matter=matter,
        matters=(matter,),
        addressees=(
            Addressee(
                text="沈一帆", span=Span(90, 93), name="沈一帆", kind=AddresseeKind.PERSON, honorific=text("委员", 93)
            ),
        ),
        receipt=text("提案收悉。", 100),
        joint_agencies=(bureau,),
        paragraphs=(text("感谢关心。", 110),),
        sections=(section,),
        measures=(measure,),
        outlook=(text("下一步，继续疏浚。", 700),),
        closing=(text("专此答复。", 800),),
        signature=Signature(span=Span(890, 909), agencies=(bureau,), date="2024-05-06", date_text=date),
        contacts=(
            Contact(
                span=Span(930, 990),
                role=text("联系人", 930),
                name=text("沈一帆", 934),
                phones=(phone,),
                postcode=text("652500", 970),
                address=text("环城路9号", 980),
            ),
        ),
        contact_labels=(ContactLabel(text="联系人", span=Span(930, 933), name="联系人", empty=True),),
        copies=(text("市政协提案委", 1210),),
        attachments=(Attachment(text="河道名录", span=Span(1220, 1224), ordinal=1),),
        agencies=(
            Agency(
                text="市水务局",
                canonical="澄江市水务局",
                level=Level.MUNICIPAL,
                roles=(AgencyRole.ISSUER,),
                spans=(Span(0, 6),),
            ),
        ),
        citations=(citation,),
        figures=(figure,),
        dates=(date,),
        mentions=(matter,),
        announcements=(
            Announcement(
                text="三个方面",
                span=Span(280, 284),
                count=3,
                noun="方面",
                of_matter=True,
                open_ended=True,
                listed=1,
                items=(text("一、", 290),),
            ),
        ),
        conclusions=(Conclusion(text="已全部解决", span=Span(810, 815), kind=ConclusionKind.SOLVED),),
        feedback=feedback,
        metadata=(Metadata(label="索引号", value=text("5329", 5)),),
        parts=(Part(element="title", span=Span(40, 65)),),
        arithmetic=Arithmetic(
            shares=(Share(text="占12%", span=Span(400, 404), part=figure, whole=figure, stated=figure),),
            breakdowns=(
                Breakdown(
                    text="共3处，其他1处",
                    span=Span(410, 418),
                    total=figure,
                    parts=(figure,),
                    shares=(figure,),
                    exhaustive=True,
                    partial=True,
                ),
            ),
            changes=(
                Change(
                    text="由3增至6，增长1倍",
                    span=Span(420, 430),
                    kind=ChangeKind.GROWN_BY,
                    base=figure,
                    now=figure,
                    stated=figure,
                    falling=True,
                    adjusted=True,
                ),
            ),
            ranges=(Range(text="3-6公里", span=Span(440, 445), first=figure, last=figure, falling=True),),
            hedges=(Hedge(text="近3余公里", span=Span(450, 455), words=(text("近", 450), text("余", 452))),),
        ),
        citing=Citing(
            marks=(
                TitleMark(
                    text="《河", span=Span(460, 462), fault=MarkFault.NESTED, mark=Span(460, 461), outer=Span(456, 457)
                ),
            ),
            laws=(
                LawCitation(
                    text="《合同法》", span=Span(470, 475), law="合同法", repealed="2021-01-01", successor="民法典"
                ),
            ),
            issued=(
                IssuedCitation(text="市政府印发", span=Span(480, 485), issuer=text("市政府", 480), citation=citation),
            ),
            damaged=True,
            page_date=date,
        ),
        structure=Structure(
            ending=Ending(text="工作的关", span=Span(805, 809), broken=True),
            placeholders=(text("××", 806),),
            requested=Requested(text="三点建议", span=Span(120, 124), count=3),
            attachment_bodies=(AttachmentBody(text="附件1", span=Span(1225, 1228), ordinal=1),),
            attachment_stops=(text("；", 1224),),
            second_disclosure=text("依申请公开", 910),
            voice=Voice(
                negative=(text("答非所问", 1100),),
                positive=(text("满意", 1100),),
                wishes=(text("希望", 1100),),
                by_letter=(text("复函收悉", 1100),),
                met=(text("面谈", 1100),),
                draft=(text("初稿", 1100),),
                as_agency=(text("我局将", 1100),),
            ),
            refusal=text("不同意公开", 1130),
            form_signature=FormField(label=text("签名", 1140), value=text("沈一帆", 1142)),
            meeting=text("见面", 1000),
            plain=True,
        ),
        personal=(
            Personal(
                text="13800000000", span=Span(960, 971), kind=PersonalKind.MOBILE, where=Where.TAIL, of_proposer=True
            ),
        ),
        paper_marks=(PaperMark(text="000017", span=Span(0, 6), kind=PaperMarkKind.COPY_NUMBER),),
        irregularities=(
            Irregularity(
                text=",", span=Span(890, 891), kind=IrregularityKind.HALF_WIDTH, expected="，", certain=True, minor=True
            ),
        ),
        timing=Timing(
            page_dates=(PageDate(kind=PageDateKind.PUBLISHED, label="发布日期", date=date),),
            weekdays=(WeekdayClaim(text="2024年5月6日（星期一", span=Span(500, 513), date=date, weekday=1),),
            prospects=(Prospect(text="预计2024年5月6日", span=Span(520, 531), date=date),),
            plan_periods=(
                PlanPeriod(text="“十四五”（2021—2025年）", span=Span(540, 556), plan="十四五", first=2021, last=2025),
            ),
            assigned=date,
            follow_up=text("再次答复", 560),
        ),
        address=Address(
            pronouns=(Pronoun(text="您", span=Span(810, 811), kind=PronounKind.ONE),),
            own=(SelfReference(text="我局", span=Span(812, 814), unit="局"),),
            own_names=(text("市水务局", 815),),
            thanked=(text("各位委员", 820),),
            persons=(NamedPerson(text="沈一帆委员", span=Span(825, 830), name=text("沈一帆", 825)),),
            several=(text("联名", 831),),
            joint=JointCount(text="三部门", span=Span(834, 837), count=3),
        ),
        naming=Naming(
            organs=(
                OrganName(
                    text="市环保局",
                    span=Span(840, 844),
                    canonical="临江市环境保护局",
                    core="环保局",
                    place="市",
                    years=(2016,),
                    recalled=True,
                    citing=True,
                    beside=True,
                    running=True,
                ),
            ),
            party_slips=(PartySlip(text="民进党", span=Span(850, 853), right="民进"),),
            aliases=(
                Alias(
                    text="《办法》",
                    span=Span(860, 864),
                    short="办法",
                    full=text("《临江市河道管理办法》", 848),
                    titled=True,
                    in_title=True,
                    before=(text("《办法》", 700),),
                    after=(text("《办法》", 870),),
                    variants=(text("河道办法", 880),),
                ),
            ),
        ),
        identity=Identity(
            numbers=(PrintedNumber(number=number, where=Where.TAIL),),
            places=(
                NamedPlace(
                    text="澄江市",
                    span=Span(0, 3),
                    name="澄江市",
                    level=Level.MUNICIPAL,
                    province="云南省",
                    where=Where.FORM,
                ),
            ),
            copied_assemblies=(
                Assembly(text="市政协", span=Span(970, 973), body=Body.CPPCC, level=Level.MUNICIPAL, place="澄江市"),
            ),
        ),
        outcome=Outcome(
            class_marks=(ClassMark(text="A、B", span=Span(14, 17), codes=("A", "B"), options=True, in_number=True),),
            statements=(
                Statement(
                    text="将适时推进。",
                    span=Span(600, 606),
                    kind=StatementKind.PLANNED,
                    timed=True,
                    assigned=True,
                    vague=True,
                ),
            ),
            part_rates=(
                PartRate(
                    text="落实率100%", span=Span(640, 647), whole=text("6条", 620), part=text("5条", 630), of=6, taken=5
                ),
            ),
        ),
        published=True,
        diagnostics=(Diagnostic(code="left-over", span=Span(1230, 1231), field="title", detail="※"),),
        places=PLACES,
    )


def validate(value: Any, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)


def test_the_schemas_are_schemas() -> None:
    jsonschema.Draft202012Validator.check_schema(REPLY)
    jsonschema.Draft202012Validator.check_schema(REPORT)


def test_the_maximal_reply_leaves_nothing_empty() -> None:
    """Else the tests below would not see a field that is printed wrongly."""
    told = _leaves(attrs.evolve(maximal(), places=()))
    empty = [path for path, value in told if (value is None or value == ()) and path != "reply.places"]
    assert empty == [
        "reply.sections.sections.paragraphs",
        "reply.sections.sections.measures",
        "reply.sections.sections.sections",
    ]


def test_a_maximal_reply_validates_and_comes_back_the_same() -> None:
    printed = maximal().to_json(indent=2)
    validate(json.loads(printed), REPLY)
    assert Reply.from_json(printed) == maximal()


def test_a_minimal_reply_validates_and_comes_back_the_same() -> None:
    reply = Reply(is_reply=False, source=maximal().source)
    validate(json.loads(reply.to_json()), REPLY)
    assert Reply.from_json(reply.to_json()) == reply


def test_values_of_a_laid_out_reply_tell_their_position() -> None:
    printed = json.loads(maximal().to_json())
    assert printed["title"]["position"] == {
        "story": "body",
        "paragraph": 2,
        "table": 1,
        "row": 2,
        "column": 3,
        "run": 2,
        "offset": 4,
    }
    assert printed["matter"]["kind_word"]["position"]["offset"] == 4 + 20  # behind the last place: at its end
    plain = attrs.evolve(maximal(), places=())
    assert "position" not in json.loads(plain.to_json())["title"]


def test_values_of_a_page_format_tell_page_and_box() -> None:
    pages = (
        Place(span=Span(0, 44), page=1, box=(10.0, 20.0, 52.0, 30.0)),
        Place(span=Span(44, 47), page=2, box=(10.0, 20.0, 40.0, 30.0), edges=(10.0, 20.0, 30.0, 40.0)),
        Place(span=Span(47, 90), page=2, box=(5.0, 30.5, 50.0, 40.0), story=Story.FOOTER),
    )
    reply = attrs.evolve(maximal(), places=pages)
    printed = json.loads(reply.to_json())
    validate(printed, REPLY)
    assert (printed["title"]["page"], printed["title"]["box"]) == (1, [10, 20, 52, 30])  # goes on on the next page
    assert printed["matter"]["session_text"]["page"] == 2
    assert printed["matter"]["session_text"]["box"] == [
        5,
        20,
        50,
        40,
    ]  # three characters on a line, the rest on the next
    assert Reply.from_json(reply.to_json()) == reply


def _damaged() -> Iterator[tuple[str, dict[str, Any]]]:
    def whole() -> dict[str, Any]:
        printed: dict[str, Any] = json.loads(maximal().to_json())
        return copy.deepcopy(printed)

    for key in whole():
        value = whole()
        del value[key]
        yield f"without {key}", value
    changes: dict[str, tuple[tuple[str | int, ...], Any]] = {
        "unknown key": (("surprise",), 1),
        "unknown key below": (("title", "surprise"), 1),
        "span of three": (("title", "span"), [1, 2, 3]),
        "negative span": (("title", "span"), [-1, 2]),
        "fractional span": (("title", "span"), [0.5, 2]),
        "span as object": (("title", "span"), {"start": 0, "end": 1}),
        "one piece": (("measures", 0, "pieces"), [[0, 1]]),
        "unknown class mark": (("disposition", "code"), "E"),
        "unknown disclosure": (("disclosure", "value"), "secret"),
        "unknown kind": (("matter", "kind"), "petition"),
        "unknown style": (("sections", 0, "style"), "Ⅰ"),
        "term as text": (("matter", "term"), "九"),
        "impossible date": (("signature", "date"), "2024-02-30"),
        "date in Chinese": (("signature", "date"), "2024年5月6日"),
        "empty text for absent": (("title",), ""),
        "short digest": (("source", "sha256"), "abc"),
        "diagnostic with spaces": (("diagnostics", 0, "code"), "left over"),
        "null list": (("sections",), None),
        "position without its story": (("title", "position"), {"paragraph": 1, "offset": 0}),
        "box of three": (("title", "box"), [1, 2, 3]),
        "page nought": (("title", "page"), 0),
    }
    for name, (path, new) in changes.items():
        value = whole()
        target: Any = value
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = new
        yield name, value


@pytest.mark.parametrize(("name", "value"), list(_damaged()), ids=lambda v: v if isinstance(v, str) else "")
def test_a_damaged_reply_does_not_validate(name: str, value: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(value, REPLY)


def _model_classes() -> list[type]:
    return [
        c
        for c in vars(model).values()
        if isinstance(c, type) and attrs.has(c) and c.__module__.startswith(model.__name__)
    ]


@pytest.mark.parametrize("kind", _model_classes())
def test_the_schema_names_the_fields_of_each_class(kind: type) -> None:
    described = REPLY if kind is Reply else REPLY["$defs"][kind.__name__]
    fields = [attribute.name for attribute in attrs.fields(kind)]
    assert list(described["properties"]) == fields
    assert described["required"] == [name for name in fields if name != "pieces"]
    assert described["additionalProperties"] is False


@pytest.mark.parametrize("kind", _model_classes())
def test_the_schema_allows_null_exactly_where_the_class_does(kind: type) -> None:
    described = REPLY if kind is Reply else REPLY["$defs"][kind.__name__]
    for name, hint in typing.get_type_hints(kind).items():
        if not name.startswith("_"):
            validator = jsonschema.Draft202012Validator({**described["properties"][name], "$defs": REPLY["$defs"]})
            assert validator.is_valid(None) == (type(None) in typing.get_args(hint)), name


def test_the_schema_has_a_definition_for_nothing_else() -> None:
    known = {c.__name__ for c in _model_classes()} | {c.__name__ for c in _enumerations()}
    assert set(REPLY["$defs"]) == (known - {"Reply"}) | {"Span", "Style", "Place", "Position", "Page", "Box"}


def _enumerations() -> list[type]:
    from enum import StrEnum

    return [
        c
        for c in vars(model).values()
        if isinstance(c, type) and issubclass(c, StrEnum) and c.__module__.startswith(model.__name__)
    ]


@pytest.mark.parametrize("kind", _enumerations())
def test_the_schema_lists_the_values_of_each_enumeration(kind: type) -> None:
    assert REPLY["$defs"][kind.__name__]["enum"] == [member.value for member in kind]  # type: ignore[attr-defined]


def test_the_report_schema_lists_the_closed_lists() -> None:
    definitions = REPORT["$defs"]
    assert definitions["Cause"]["enum"] == [cause.value for cause in Cause]
    assert definitions["Severity"]["enum"] == [severity.value for severity in Severity]
    assert definitions["Outcome"]["properties"]["state"]["enum"] == [state.value for state in RuleState]
    assert definitions["Document"]["properties"]["verdict"]["enum"] == [verdict.value for verdict in Verdict]


def test_everything_in_the_schemas_is_described_in_both_languages() -> None:
    for schema in (REPLY, REPORT):
        for name, definition in schema["$defs"].items():
            title = definition["title"]
            assert any("a" <= c.lower() <= "z" for c in title) and any("一" <= c <= "鿿" for c in title), name


def _leaves(value: Any, path: str = "reply") -> Iterator[tuple[str, Any]]:
    if attrs.has(type(value)) and not isinstance(value, Span):
        for attribute in attrs.fields(type(value)):
            if attribute.name != "pieces":
                yield from _leaves(getattr(value, attribute.name), f"{path}.{attribute.name}")
    elif isinstance(value, tuple) and value:
        for item in value:
            yield from _leaves(item, path)
    else:
        yield path, value
