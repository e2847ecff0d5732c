"""Check boxes, in every way that Word and its like draw them."""

import pytest

from tests.readers.docx.build import field, p, r, tbl, tc, texts, tr


def control(state: str, content: str) -> str:
    checked = "" if state == "none" else f'<w14:checked w14:val="{state}"/>'
    return f"<w:sdt><w:sdtPr><w14:checkbox>{checked}</w14:checkbox></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def sym(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(("state", "sign"), [("1", "☑"), ("true", "☑"), ("0", "☐"), ("none", "☐")])
def test_content_controls_show_their_state_whatever_sign_stands_in_them(state: str, sign: str) -> None:
    assert texts(p(control(state, r("☒")), r("满意"))) == [f"{sign}满意"]


def test_a_control_around_sign_and_label_and_one_without_sign() -> None:
    assert texts(p(control("1", r("☐满意")), control("0", r("不满意")), control("1", ""))) == ["☑满意☐不满意☑"]


def test_controls_around_paragraphs_and_cells() -> None:
    assert texts(control("1", p(r("☐"), r("满意")))) == ["☑满意"]
    assert texts(tbl(tr(control("1", tc("☐")), tc("满意")))) == ["☑|满意"]


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "F06F", "☐"),
        ("Wingdings", "00FE", "☑"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F053", "☒"),
        ("Wingdings 2", "F054", "☒"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F0A3", "☐"),
        ("Wingdings", "F081", "①"),
        ("Webdings", "F061", "✓"),
        ("Webdings", "F063", "☐"),
        ("宋体", "25A1", "□"),
        ("Wingdings", "F04A", ""),
        ("Unheard-of", "F04A", ""),
        ("Wingdings", "no", ""),
        ("Wingdings", "-1", ""),
    ],
)
def test_symbols(font: str, code: str, sign: str) -> None:
    assert texts(p(sym(font, code), r("满意"))) == [f"{sign}满意"]


@pytest.mark.parametrize(
    ("font", "letter", "sign"),
    [
        ("Wingdings", "þ", "☑"),
        ("Wingdings", "o", "☐"),
        ("Wingdings", "¨", "☐"),
        ("Wingdings", "\uf0fe", "☑"),
        ("Wingdings 2", "R", "☑"),
        ("Wingdings 2", "T", "☒"),
        ("Wingdings 2", "£", "☐"),
        ("Wingdings 2", "P", "✓"),
        ("Webdings", "c", "☐"),
        ("Webdings", "g", "■"),
        ("Times New Roman", "R", "R"),
    ],
)
def test_letters_in_fonts_of_signs(font: str, letter: str, sign: str) -> None:
    assert texts(p(r(letter, fonts(font)), r("满意"))) == [f"{sign}满意"]


def test_chinese_in_a_font_of_signs_stays_chinese() -> None:
    assert texts(p(r("o满意", fonts("Wingdings")))) == ["☐满意"]


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        ("<w:default w:val='1'/>", "☑"),
        ("<w:default w:val='0'/>", "☐"),
        ("<w:default w:val='0'/><w:checked/>", "☑"),
        ("<w:default w:val='1'/><w:checked w:val='0'/>", "☐"),
        ("", "☐"),
    ],
)
@pytest.mark.parametrize("result", [None, "", "x"])
def test_form_fields(state: str, sign: str, result: str | None) -> None:
    data = f"<w:ffData><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>"
    assert texts(p(field(" FORMCHECKBOX ", result, data), r("满意"))) == [f"{sign}满意"]


def test_text_and_choice_of_form_fields() -> None:
    choice = (
        "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='满意'/><w:listEntry w:val='基本满意'/>"
        "</w:ddList></w:ffData>"
    )
    shown = texts(p(field(" FORMTEXT ", "陈述"), r("；"), field(" FORMDROPDOWN ", None, choice)))
    assert shown == ["陈述；基本满意"]


@pytest.mark.parametrize(
    ("instruction", "drawn"),
    [
        ("eq \\o(□,√)", "☑"),
        ("EQ \\o\\ac(□,√)", "☑"),
        (" eq \\o\\ac(\\s\\up 1(□),\\s\\do 2(√))", "☑"),
        ("EQ \\o(□,×)", "☒"),
        ("eq \\o\\ac(○,1)", "①"),
        ("eq \\o\\ac(○,12)", "⑫"),
        ("eq \\f(1,2)", "12"),
        ('SYMBOL 254 \\f "Wingdings" \\s 12', "☑"),
        ("SYMBOL 0xA8 \\f Wingdings", "☐"),
    ],
)
def test_signs_drawn_by_fields(instruction: str, drawn: str) -> None:
    assert texts(p(field(instruction), r("满意"))) == [f"{drawn}满意"]


def test_a_box_of_a_font_of_signs_inside_an_equation() -> None:
    parts = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o(</w:instrText></w:r>'
        + sym("Wingdings 2", "F0A3")
        + '<w:r><w:instrText>,√)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p(parts, r("满意"))) == ["☑满意"]


@pytest.mark.parametrize("typed", ["☑满意", "□满意", "√满意", "满意（√）"])
def test_typed_signs_stay_as_they_are(typed: str) -> None:
    assert texts(p(r(typed))) == [typed]
