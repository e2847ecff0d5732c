"""Reports mask what is private: in messages, labels and source lines, at unchanged places."""

from __future__ import annotations

import io

import pytest

from govreply import api
from govreply.findings import Result
from govreply.language import Language
from govreply.model import Personal, PersonalKind, Where
from govreply.private import hider, masked, veiled
from govreply.reports.base import Setting
from govreply.reports.registry import FORMATS
from govreply.span import Span
from govreply.testing import Form, Letter, Part

PRIVATE = ("13800001234", "420101199003078710", "6222020000001234567", "明珠小区3栋201室", "0952-2098765")


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("13800001234", PersonalKind.MOBILE, "138******34"),
        ("138 0000 1234", PersonalKind.MOBILE, "138 **** **34"),
        ("027-85550136", PersonalKind.PHONE, "***-******36"),
        ("42010119520704109X", PersonalKind.ID_NUMBER, "42***************X"),
        ("6222020000001234567", PersonalKind.BANK_ACCOUNT, "***************4567"),
        ("明珠小区3栋201室", PersonalKind.ADDRESS, "明珠********"),
    ],
)
def test_masks(text: str, kind: PersonalKind, shown: str) -> None:
    assert masked(text, kind) == shown
    assert len(shown) == len(text)


@pytest.fixture(scope="module")
def result() -> Result:
    paragraph = (
        "反映人（身份证号420101199003078710）住在明珠小区3栋201室，补偿款已汇入其账号6222020000001234567，"
        "如有疑问请拨打13800001234。"
    )
    letter = Letter(
        disclosure="此件公开发布",
        sections=(Part(heading="办理情况", paragraphs=(paragraph,)),),
        form=Form(extra=(("提案者签名", "陆承安"), ("联系电话", "0952-2098765"))),
    )
    return api.check(letter.to_markdown(), "letter.md", select=("privacy",))


def written(result: Result, form: str, language: Language) -> str:
    out = io.StringIO()
    report = FORMATS[form](out, Setting(language=language))
    report.add(result)
    report.close()
    return out.getvalue()


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("language", list(Language))
def test_no_report_carries_what_is_private(result: Result, form: str, language: Language) -> None:
    shown = written(veiled(result), form, language)
    assert [text for text in PRIVATE if text in shown] == []
    assert "138******34" in shown


def test_without_the_veil_it_is_shown(result: Result) -> None:
    shown = written(result, "text", Language.ZH)
    assert [text for text in PRIVATE if text not in shown] == []


def test_findings_stay_where_they_are(result: Result) -> None:
    veil = veiled(result)
    assert len(result.findings) == len(PRIVATE)
    assert [(f.rule, f.span, [r.span for r in f.related]) for f in veil.findings] == [
        (f.rule, f.span, [r.span for r in f.related]) for f in result.findings
    ]
    assert veil.source is not None
    assert result.source is not None
    assert len(veil.source.text) == len(result.source.text)
    assert veil.source.sha256 == result.source.sha256


def test_other_rules_mask_too() -> None:
    letter = Letter(contacts=(("联系电话", "138-0000-1234"),))
    result = api.check(letter.to_markdown(), "letter.md", select=("contact-name-missing",))
    assert "13800001234" in result.findings[0].message
    assert "13800001234" not in veiled(result).findings[0].message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("拨打138 0000 1234。", "拨打138 **** **34。"),
        ("拨打138-0000-1234。", "拨打138-****-**34。"),
        ("拨打１３８００００１２３４。", "拨打１３８******３４。"),
        ("拨打13800001235。", "拨打13800001235。"),
        ("13800001234、13800001234", "138******34、138******34"),
        ("账号6222013800001234567", "账号***************4567"),
    ],
)
def test_a_writing_is_masked_however_it_is_set(text: str, shown: str) -> None:
    personal = tuple(
        Personal(text=written, span=Span(0, len(written)), kind=kind, where=Where.BODY)
        for written, kind in [
            ("1380000 1234", PersonalKind.MOBILE),
            ("6222013800001234567", PersonalKind.BANK_ACCOUNT),
        ]
    )
    assert hider(personal)(text) == shown


def test_letters_without_private_data_are_left_as_they_are() -> None:
    result = api.check(Letter().to_markdown(), "letter.md")
    assert veiled(result) is result


def test_what_was_not_read_is_left_as_it_is() -> None:
    result = api.check(b"", "letter.md")
    assert veiled(result) is result
