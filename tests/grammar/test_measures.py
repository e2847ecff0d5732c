"""Items in running text: 一是, 首先, 其一, 第一, ① inside paragraphs and at their start, and words that look like them."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import all_measures, letter, measures, reply_of, sections

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")

# body, measures ("parent marker"), text of the first measure
RUNS: dict[str, tuple[list[str], list[str], str]] = {
    "is-inside-paragraph": (
        ["我局主要做了三项工作：一是摸清路况底数；二是落实养护资金；三是加强日常巡查。"],
        ["- 一是", "- 二是", "- 三是"],
        "一是摸清路况底数；",
    ),
    "is-at-paragraph-start": (
        ["一是摸清路况底数，建立台账。", "二是落实养护资金，专款专用。"],
        ["- 一是", "- 二是"],
        "一是摸清路况底数，建立台账。",
    ),
    "is-under-sections": (
        ["一、现状", "我局一是摸清底数，二是落实资金。", "二、打算", "一是加大投入。二是加强养护。"],
        ["一、 一是", "一、 二是", "二、 一是", "二、 二是"],
        "一是摸清底数，",
    ),
    "is-behind-next-step": (["为此，一是摸清路况底数。二是落实养护资金。"], ["- 一是", "- 二是"], "一是摸清路况底数。"),
    "is-half-width": (
        ["我局主要做了两项工作:一是摸清底数,建立台账;二是落实资金."],
        ["- 一是", "- 二是"],
        "一是摸清底数,建立台账;",
    ),
    "is-alone": (["我局将着力推进，一是摸清路况底数并建立台账。"], ["- 一是"], "一是摸清路况底数并建立台账。"),
    "is-up-to-eleven": (
        ["".join(f"{n}是落实第{n}项任务。" for n in NUMERALS)],
        [f"- {n}是" for n in NUMERALS],
        "一是落实第一项任务。",
    ),
    "is-with-skipped-number": (["一是摸清底数。三是落实资金。"], ["- 一是", "- 三是"], "一是摸清底数。"),
    "two-runs-in-one-section": (
        ["建设方面，一是拓宽路面；二是增设护栏。养护方面，一是加强巡查；二是及时修补。"],
        ["- 一是", "- 二是", "- 一是", "- 二是"],
        "一是拓宽路面；",
    ),
    "first-of-all": (
        ["首先，摸清路况底数。其次，落实养护资金。再次，加强巡查。最后，严格考核。"],
        ["- 首先", "- 其次", "- 再次", "- 最后"],
        "首先，摸清路况底数。",
    ),
    "first-of-all-over-paragraphs": (
        ["首先，摸清路况底数，建立台账。", "其次，落实养护资金，专款专用。", "最后，严格考核问责，兑现奖惩。"],
        ["- 首先", "- 其次", "- 最后"],
        "首先，摸清路况底数，建立台账。",
    ),
    "among-them-one": (["其一，摸清路况底数。其二，落实养护资金。"], ["- 其一", "- 其二"], "其一，摸清路况底数。"),
    "number-one": (["第一，摸清路况底数。第二，落实养护资金。"], ["- 第一", "- 第二"], "第一，摸清路况底数。"),
    "number-one-with-list-comma": (
        ["第一、摸清路况底数，建立台账。", "第二、落实养护资金，专款专用。"],
        ["- 第一", "- 第二"],
        "第一、摸清路况底数，建立台账。",
    ),
    "circled-inside-paragraph": (["主要任务：①拓宽路面；②增设护栏；③加强养护。"], ["- ①", "- ②", "- ③"], "①拓宽路面；"),
    "circled-black": (["主要任务：❶拓宽路面；❷增设护栏。"], ["- ❶", "- ❷"], "❶拓宽路面；"),
    "circled-under-arabic": (
        [
            "1.道路建设",
            "①拓宽路面，消除瓶颈路段；",
            "②增设护栏，保障行车安全。",
            "2.道路养护",
            "①加强巡查，及时处置病害。",
        ],
        ["1. ①", "1. ②", "2. ①"],
        "①拓宽路面，消除瓶颈路段；",
    ),
    "inside-outlook-without-sections": (
        ["下一步，我局将一是拓宽路面；二是增设护栏。"],
        ["- 一是", "- 二是"],
        "一是拓宽路面；",
    ),
    "inside-outlook-behind-sections": (
        ["一、现状", "路网已基本成型，群众出行明显改善。", "下一步，我局将做好两项工作。一是拓宽路面；二是增设护栏。"],
        ["一、 一是", "一、 二是"],
        "一是拓宽路面；",
    ),
    "list-in-outlook": (
        [
            "一、现状",
            "路网已基本成型，群众出行明显改善。",
            "下一步，我局将重点做好以下工作：",
            "1.拓宽路面，消除瓶颈路段；",
            "2.增设护栏，保障行车安全。",
        ],
        ["一、 1.", "一、 2."],
        "1.拓宽路面，消除瓶颈路段；",
    ),
    "measure-goes-on-in-next-paragraph": (
        [
            "1.拓宽路面，消除瓶颈路段，今年已完成三十公里；",
            "工程款已全部支付到位。",
            "2.增设护栏，保障行车安全，目前已安装一千米；",
        ],
        ["- 1.", "- 2."],
        "1.拓宽路面，消除瓶颈路段，今年已完成三十公里；工程款已全部支付到位。",
    ),
}


@pytest.mark.parametrize(("body", "items", "first"), RUNS.values(), ids=RUNS)
def test_measures(body: list[str], items: list[str], first: str) -> None:
    reply = reply_of(letter(*body))
    assert measures(reply) == items
    assert all_measures(reply)[0].text == first


# sentences without an item
WORDS: dict[str, str] = {
    "first-is": "养护工作中，第一是安全，任何时候都不能放松要求。",
    "unity": "各县统一是按照每公里一万元的标准安排养护资金，年底统一结算。",
    "one-of": "道路狭窄是群众反映强烈的问题之一是事实，我局高度重视。",
    "only": "资金不足的原因唯一是财政收入下滑，我局正在积极争取上级支持。",
    "class-one": "按照规划，一类是国省干线，另一类是农村公路，养护标准各有不同。",
    "rank": "我州农村公路通畅率位居全省第一，受到上级部门通报表扬。",
    "thanks-first": "首先感谢您对交通运输工作的关心和支持，您的提案很有针对性。",
    "thanks-first-long": "首先，对您长期关心牧区交通事业发展表示衷心的感谢，您的提案很有针对性。",
    "among-which": "其中一条道路已经建成通车，其余道路正在办理前期手续。",
    "idiom": "我局坚持一是一、二是二的原则，如实答复您提出的各项问题。",
    "items-of-a-quotation": "您在来信中写道：“一是路面窄，二是弯道急，三是标志少，群众出行不便。”对此我局完全认同。",
    "last-alone": "最后一公里问题仍然存在，我局将会同各县逐步加以解决。",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_are_no_measures(words: str) -> None:
    assert measures(reply_of(letter("路网现状", words))) == []


def test_measures_carry_what_they_name() -> None:
    body = "一是会同州财政局安排资金1200万元；二是落实《农村公路养护管理办法》（西政〔2021〕15号）。"
    first, second = all_measures(reply_of(letter(body)))
    assert [a.text for a in first.agencies] == ["州财政局"]
    assert [(f.value, f.unit) for f in first.figures] == [(1200.0, "万元")]
    assert [(c.title.text, c.document_number and c.document_number.text) for c in second.citations] == [
        ("农村公路养护管理办法", "西政〔2021〕15号")
    ]


def test_spans_of_measures_lie_inside_their_section() -> None:
    reply = reply_of(
        letter(
            "一、现状",
            "一是拓宽路面；二是增设护栏。",
            "二、打算",
            "（1）拓宽路面，消除瓶颈；",
            "（2）增设护栏，保障安全；",
        )
    )
    assert sections(reply) == ["1 一、现状", "1 二、打算"]
    for section in reply.sections:
        assert section.measures
        assert all(section.span.contains(m.span) for m in section.measures)
