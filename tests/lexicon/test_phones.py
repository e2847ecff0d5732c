from __future__ import annotations

import pytest

from govreply.lexicon.fold import fold
from govreply.lexicon.phones import find_phones, find_postcode


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0717-6446000", [("0717-6446000", None, "landline")]),
        ("0875—5161000", [("0875-5161000", None, "landline")]),
        ("0476--8433000", [("0476-8433000", None, "landline")]),
        ("0476－8433000", [("0476-8433000", None, "landline")]),
        ("(027)85800000", [("027-85800000", None, "landline")]),
        ("（027） 85800000", [("027-85800000", None, "landline")]),
        ("0373 6293000", [("0373-6293000", None, "landline")]),
        ("027-8580 0000", [("027-85800000", None, "landline")]),
        ("02785800000", [("02785800000", None, "landline")]),
        ("０７１７－６４４６０００", [("0717-6446000", None, "landline")]),
        ("0717-6446000转806", [("0717-6446000", "806", "landline")]),
        ("0717-6446000-806", [("0717-6446000", "806", "landline")]),
        ("0717-6446000（转806）", [("0717-6446000", "806", "landline")]),
        ("13800000000", [("13800000000", None, "mobile")]),
        ("138 0000 0000", [("13800000000", None, "mobile")]),
        ("138-0000-0000", [("13800000000", None, "mobile")]),
        ("400-000-1111", [("400-000-1111", None, "service")]),
        ("4000001111", [("4000001111", None, "service")]),
        ("拨打12345政务服务便民热线", [("12345", None, "short")]),
        ("010-60000000、010-60000001", [("010-60000000", None, "landline"), ("010-60000001", None, "landline")]),
        ("0371-60000000、60000001", [("0371-60000000", None, "landline"), ("60000001", None, "landline")]),
        ("某人 13800000000 0717-6446000", [("13800000000", None, "mobile"), ("0717-6446000", None, "landline")]),
    ],
)
def test_complete_numbers_need_no_label(text: str, numbers: list[tuple[str, str | None, str]]) -> None:
    for labelled in (False, True):
        assert [(p.number, p.extension, p.kind) for p in find_phones(fold(text), labelled=labelled)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("85800000", ["85800000"]),
        ("3321000", ["3321000"]),
        ("3321000/3321001", ["3321000", "3321001"]),
        ("3321000、3321001", ["3321000", "3321001"]),
        ("0371-60000000/60000001", ["0371-60000000", "60000001"]),
        ("0816-220000", ["0816-220000"]),
        ("12345", ["12345"]),
    ],
)
def test_behind_a_label(text: str, numbers: list[str]) -> None:
    assert [p.number for p in find_phones(fold(text), labelled=True)] == numbers


@pytest.mark.parametrize("text", ["85800000", "3321000", "12345元", "110千伏", "2023-2025"])
def test_local_numbers_without_a_label_are_none(text: str) -> None:
    assert find_phones(fold(text), labelled=False) == []


@pytest.mark.parametrize(
    "text",
    [
        "420100199001010000",
        "4201001990010100001",
        "138000000001",
        "第03475号",
        "第20230084号",
        "第13800000000号",
        "〔2023〕4号",
        "436000",
        "2023年6月30日",
        "A13800000000",
        "13800000000.5",
        "2023-06-30",
        "6222020200112233445",
        "5000000万元",
    ],
)
def test_what_is_no_phone(text: str) -> None:
    for labelled in (False, True):
        assert find_phones(fold(text), labelled=labelled) == []


def test_spans_cover_brackets_and_extension() -> None:
    text = fold("电话：(027)85800000转806，其他")
    (phone,) = find_phones(text, labelled=True)
    assert text[phone.start : phone.end] == "（027）85800000转806"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("邮编：430000", "430000"),
        ("430000 某路1号", "430000"),
        ("4300001", None),
        ("0717-6446000", None),
        ("43000", None),
        ("B430000", None),
    ],
)
def test_postcodes(text: str, code: str | None) -> None:
    text = fold(text)
    found = find_postcode(text)
    assert (text[slice(*found)] if found else None) == code
