"""下一步 paragraphs, thanks and 专此答复: what ends the body, and what only begins with the same words."""

from __future__ import annotations

import pytest

from tests.grammar.body_letter import letter, measures, reply_of, sections

FACT = "全州共新建农村公路一百二十公里，改造危桥九座，完成投资三亿元，群众出行条件明显改善。"

CLOSINGS: dict[str, str] = {
    "thanks": "感谢您对交通运输工作的关心和支持！",
    "thanks-again": "再次感谢您对我州交通事业的关心。",
    "thanks-last": "最后，感谢您的关心与支持，欢迎继续提出宝贵意见。",
    "thanks-we": "我局衷心感谢您对农村公路建设的关注和支持！",
    "thanks-sincere": "衷心感谢您们长期以来对交通工作的理解。",
    "thanks-to-you": "对您长期关心牧区交通建设表示衷心的感谢！",
    "thanks-plain": "谢谢您的建议！",
    "thanks-township": "谢谢你们对政府工作的关心、支持",
    "thanks-half-width": "感谢您对交通运输工作的关心和支持!",
    "here-thanks": "在此，感谢各位委员对交通运输工作的关心支持。",
    "this-reply": "专此答复。",
    "this-reply-short": "此复。",
    "this-reply-bare": "此复",
    "specially-replied": "特此答复。",
    "specially-told": "特此函告。",
    "specially-told-reply": "特此函复，请予支持。",
    "respectfully": "谨此答复。",
    "above-improper": "以上答复如有不妥，请批评指正。",
    "above-is": "以上是我局对您提案的答复，如有意见请及时反馈。",
    "above-for-reference": "以上意见供你单位答复委员时参考。",
    "signed-by-head": "此复函已经桑吉局长审签。",
    "wish": "祝您生活愉快，工作顺利！",
    "wish-respectful": "顺祝商祺！",
    "fill-in-form": "请您将填写后的征询意见表寄回我局。",
    "fill-in-form-enclosed": "随函附征询意见表一份，请填写后反馈。",
    "if-you-have": "如您对答复有不同意见，请与我局联系。",
    "hope-you": "希望您一如既往关注牧区交通，多提宝贵意见。",
    "we-ask-you": "恳请您继续关心和支持我们的工作。",
    "apology": "由于工作不到位给您带来的不便，深表歉意。",
    "understand": "因条件所限暂时难以实施，敬请谅解。",
}


@pytest.mark.parametrize("words", CLOSINGS.values(), ids=CLOSINGS)
def test_closing(words: str) -> None:
    reply = reply_of(letter("一、现状", FACT, thanks=words))
    assert [c.text for c in reply.closing] == [words]
    assert [p.text for p in reply.sections[0].paragraphs] == [FACT]


def test_closing_of_several_paragraphs() -> None:
    ends = ["感谢您对交通运输工作的关心！", "专此答复。", "祝您工作顺利！"]
    reply = reply_of(letter("一、现状", FACT, *ends, thanks=""))
    assert [c.text for c in reply.closing] == ends


RUN_IN: dict[str, tuple[str, str, str]] = {
    "behind-last-item": ("二是加强养护巡查。", "感谢您对交通运输工作的关心和支持！", "二是加强养护巡查。"),
    "behind-semicolon": ("二是加强养护巡查；", "再次感谢您对交通运输工作的关心。", "二是加强养护巡查；"),
    "this-reply": ("二是加强养护巡查。", "专此答复。", "二是加强养护巡查。"),
}


@pytest.mark.parametrize(("item", "words", "left"), RUN_IN.values(), ids=RUN_IN)
def test_closing_swallowed_by_last_item(item: str, words: str, left: str) -> None:
    reply = reply_of(letter("一、现状", "一是新建农村公路。", item + words, thanks=""))
    assert [c.text for c in reply.closing] == [words]
    assert [m.text for m in reply.sections[0].measures] == ["一是新建农村公路。", left]


NO_CLOSING: dict[str, str] = {
    "thanks-inside": "群众自发送来锦旗感谢我局养护人员，养护站被评为先进集体，相关做法已在全州推广。",
    "such-as": "今年新建的环湖公路已于六月通车，沿线六个乡镇的群众出行时间缩短一半以上。",
    "specially-noted": "特此说明的是，沿线二级公路占比较低，我局将结合实际逐步加以改造提升。",
    "if-money-comes": "如果资金按期到位，我局将于明年三月全面启动沿线路面改造和护栏安装工程。",
    "hope-project": "项目建成后，沿线群众的出行条件将得到明显改善，旅游业发展也将获得有力支撑。",
}


@pytest.mark.parametrize("words", NO_CLOSING.values(), ids=NO_CLOSING)
def test_no_closing(words: str) -> None:
    reply = reply_of(letter("一、现状", words))
    assert [c.text for c in reply.closing] == ["感谢您对交通运输工作的关心和支持！"]


def test_requests_in_a_list_are_no_closing() -> None:
    asks = "恳请贵厅支持以下事项：一是将该路列入明年计划；二是在资金上给予倾斜。"
    reply = reply_of(letter("一、路网现状", "现有公路三百余公里。", "二、有关建议", asks))
    assert measures(reply) == ["二、 一是", "二、 二是"]
    assert asks not in [c.text for c in reply.closing]


def test_first_thanks_is_no_closing() -> None:
    reply = reply_of(letter("首先感谢您对交通运输工作的关心和支持，您的提案对我们帮助很大。", "一、现状", FACT))
    assert [c.text for c in reply.closing] == ["感谢您对交通运输工作的关心和支持！"]
    assert measures(reply) == []


OUTLOOKS: dict[str, str] = {
    "next-step": "下一步，我局将继续加大投入力度，推动牧区道路提档升级。",
    "next-step-short": "下步，我局将继续加大投入力度，推动牧区道路提档升级。",
    "next-stage": "下阶段，我局将继续加大投入力度，推动牧区道路提档升级。",
    "in-next-work": "在下一步工作中，我局将继续加大投入力度，推动道路提档升级。",
    "from-now-on": "今后，我局将继续加大投入力度，推动牧区道路提档升级。",
    "from-now-on-work": "在今后的工作中，我们将认真采纳您的意见，推动道路提档升级。",
    "stop-behind-next-step": "下一步。我局将继续加大投入力度，推动牧区道路提档升级。",
    "direction": "下步工作方向：继续加大投入力度，推动牧区道路提档升级。",
    "following": "接下来，我局将继续加大投入力度，推动牧区道路提档升级。",
    "later": "后期，我局将根据资金到位情况，分批实施沿线道路改造。",
    "afterwards": "后续我局将会同相关县市，分批实施沿线道路改造工程。",
    "next-half-year": "下半年，我局将会同相关县市，分批实施沿线道路改造工程。",
    "next-year": "明年，我局将会同相关县市，分批实施沿线道路改造工程。",
    "future": "未来，我局将会同相关县市，分批实施沿线道路改造工程。",
}


@pytest.mark.parametrize("words", OUTLOOKS.values(), ids=OUTLOOKS)
def test_outlook(words: str) -> None:
    reply = reply_of(letter("一、现状", FACT, "二、做法", FACT, words))
    assert [o.text for o in reply.outlook] == [words]
    assert [p.text for p in reply.sections[1].paragraphs] == [FACT]


def test_outlook_under_heading_of_its_own_is_section() -> None:
    words = "下一步，我局将继续加大投入力度，推动牧区道路提档升级。"
    reply = reply_of(letter("一、现状", FACT, "二、下一步工作打算", words))
    assert reply.outlook == ()
    assert [p.text for p in reply.sections[1].paragraphs] == [words]


def test_outlook_in_a_middle_section_stays_there() -> None:
    words = "下一步，我局将继续加大投入力度，推动牧区道路提档升级。"
    reply = reply_of(letter("一、现状", FACT, words, "二、做法", FACT))
    assert reply.outlook == ()
    assert [p.text for p in reply.sections[0].paragraphs] == [FACT, words]


def test_outlook_with_list() -> None:
    lead = "下一步，我局将重点做好以下工作："
    items = ["1.继续加大投入力度，推动牧区道路提档升级；", "2.落实日常养护资金，确保有路必养；"]
    reply = reply_of(letter("一、现状", FACT, lead, *items))
    assert [o.text for o in reply.outlook] == [lead, *items]
    assert measures(reply) == ["一、 1.", "一、 2."]


def test_outlook_under_unnumbered_heading() -> None:
    words = "我局将继续加大投入力度，推动牧区道路提档升级。"
    reply = reply_of(letter("路网现状", FACT, "下一步工作打算", words))
    assert [o.text for o in reply.outlook] == ["下一步工作打算", words]
    assert sections(reply) == []
