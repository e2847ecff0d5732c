"""Area codes, lengths of local numbers, postcodes, five-year plans, identity numbers and the forms of dates."""

from __future__ import annotations

import pytest

from govreply.lexicon.date_forms import DateFault, date_faults, is_digit_run
from govreply.lexicon.identity_numbers import is_identity_number
from govreply.lexicon.plans import plan
from govreply.lexicon.regions import (
    Landline,
    codes_of,
    local_lengths,
    places_of,
    postcode_provinces,
    split_landline,
)
from govreply.lexicon.tables import read_table


@pytest.mark.parametrize("name", ["area_codes", "postcodes", "plan_periods"])
def test_every_fact_says_how_sure_it_is(name: str) -> None:
    assert {row["confidence"] for row in read_table(name)} <= {"H", "M"}
    assert all(row["source"] for row in read_table(name))


def test_every_prefecture_has_a_code_and_every_province_a_postcode() -> None:
    places = read_table("places")
    units = {row["name"] for row in places if row["level"] == "municipal"}
    county_cities = {"贵溪市", "会理市", "四会市", "和龙市"}
    assert {name for name in units if not codes_of(name)} == county_cities
    provinces = {row["name"] for row in places if row["level"] == "provincial"} - {
        "台湾省",
        "香港特别行政区",
        "澳门特别行政区",
    }
    assert {row["province"] for row in read_table("postcodes")} == provinces


def test_codes_are_written_once_and_in_order() -> None:
    codes = [row["code"] for row in read_table("area_codes")]
    assert codes == sorted(set(codes))
    assert all(len(code) == (3 if code < "03" else 4) and code.startswith("0") for code in codes)


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("武汉市", {"027"}),
        ("咸阳市", {"029"}),
        ("湘潭市", {"0731"}),
        ("遵义市", {"0851"}),
        ("大理白族自治州", {"0872"}),
        ("海南省", {"0898"}),
        ("明河市", set()),
    ],
)
def test_codes_of_places(place: str, codes: set[str]) -> None:
    assert codes_of(place) == codes


def test_a_province_has_the_codes_of_all_its_cities() -> None:
    assert {"027", "0710", "0718"} <= codes_of("湖北省")
    assert "0731" not in codes_of("湖北省")


def test_shared_codes_name_all_their_cities() -> None:
    assert set(places_of("028")) == {"成都市", "眉山市", "资阳市"}
    assert places_of("0999") == ("伊犁哈萨克自治州",)
    assert places_of("0123") == ()


@pytest.mark.parametrize(
    ("code", "lengths"), [("027", {8}), ("0592", {7}), ("0427", {7}), ("0816", {7, 8}), ("0123", {7, 8})]
)
def test_lengths_of_local_numbers(code: str, lengths: set[int]) -> None:
    assert local_lengths(code) == lengths


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("027-85550136", Landline("027", "85550136")),
        ("0717-6440136", Landline("0717", "6440136")),
        ("01085550136", Landline("010", "85550136")),
        ("85550136", Landline(None, "85550136")),
        ("6440136", Landline(None, "6440136")),
        ("40012345", Landline(None, "40012345")),
        ("400-123-4567", None),
        ("13800001234", None),
        ("12345", None),
        ("95588", None),
    ],
)
def test_numbers_taken_apart(number: str, line: Landline | None) -> None:
    assert split_landline(number) == line


@pytest.mark.parametrize(
    ("postcode", "provinces"),
    [
        ("430014", {"湖北省"}),
        ("100031", {"北京市", "河北省"}),
        ("750306", {"宁夏回族自治区", "内蒙古自治区"}),
        ("000000", set()),
    ],
)
def test_postcodes_tell_provinces(postcode: str, provinces: set[str]) -> None:
    assert postcode_provinces(postcode) == provinces


@pytest.mark.parametrize(
    ("short", "years"),
    [("一五", (1953, 1957)), ("六五", (1981, 1985)), ("十三五", (2016, 2020)), ("十五五", (2026, 2030))],
)
def test_years_of_plans(short: str, years: tuple[int, int]) -> None:
    found = plan(short)
    assert found is not None
    assert (found.first, found.last) == years


def test_there_is_no_plan_of_another_name() -> None:
    assert plan("二十五") is None


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("420101199003078710", True),
        ("42010119520704109X", True),
        ("42010119520704109x", True),
        ("420101199003078714", False),  # wrong check digit
        ("420101199013078710", False),  # no month 13
        ("914201007581234565", False),  # credit code: no such province
        ("42010119900307871", False),
        ("", False),
    ],
)
def test_identity_numbers(text: str, valid: bool) -> None:
    assert is_identity_number(text) is valid


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("2023年6月12日", ()),
        ("2023年10月20日", ()),
        ("2023年06月12日", (DateFault.PADDED,)),
        ("2023 年 6 月 08 日", (DateFault.PADDED,)),
        ("23年6月12日", (DateFault.SHORT_YEAR,)),
        ("23年06月12日", (DateFault.PADDED, DateFault.SHORT_YEAR)),
        ("二〇二三年六月十二日", (DateFault.HAN,)),
        ("二○二三年六月十二日", ()),
        ("二O二三年六月十二日", ()),
        ("2023.6.12", ()),
        ("20230612", ()),
        ("", ()),
    ],
)
def test_forms_of_dates(text: str, faults: tuple[DateFault, ...]) -> None:
    assert date_faults(text) == faults


@pytest.mark.parametrize(("text", "run"), [("202111", True), ("2023 927", True), ("2023.9.27", False), ("", False)])
def test_digit_runs(text: str, run: bool) -> None:
    assert is_digit_run(text) is run
