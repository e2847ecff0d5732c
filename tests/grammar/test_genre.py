"""What is a reply and what only looks like one; a document that is none still gives what was found, and nothing made up."""

from __future__ import annotations

import pytest

from govreply.model import Reply
from tests.grammar.page_letter import CONTACT, HEAD, SIGNED, read_html, read_markdown, read_text, text_letter


def lines(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


PROPOSAL = lines(
    "# 关于扩大社区食堂覆盖面的提案",
    "提案编号：第088号",
    "提案人：温若兰",
    "案由：近年来老年人就餐需求快速增长，现有社区食堂数量不足。",
    "一是布点偏少。全区只有6处社区食堂。",
    "二是运营困难。客流集中在中午。",
    "建议：",
    "（一）盘活闲置用房，新增社区食堂。",
    "（二）出台运营补贴办法。",
)

PROPOSAL_UNDER_REPLY_TITLE = lines(
    "# 关于旗政协十届二次会议第45号提案的答复",
    "发布日期：2023-09-04　来源：旗水利局",
    "我旗东部苏木饮水井年久失修，牧民饮水困难，水质检测跟不上。",
    "一是机电井老化。全苏木42眼机电井超过使用年限的有30眼。",
    "二是管护经费没有着落。",
    "为此建议：",
    "1.请有关部门更新机电井。",
    "2.将管护经费列入旗级预算。",
    "附件：关于旗政协十届二次会议第45号提案的答复.docx",
)

PROPOSAL_AS_A_FORM = lines(
    "政协提案",
    "案由：关于规范电动自行车停放的提案",
    "提案者：祝晓岚",
    "联系电话：略",
    "审查意见：建议由区城管局办理",
    "电动自行车在楼道内停放充电的现象比较普遍，存在火灾隐患，建议增设集中充电棚。",
)

MAILBOX = lines(
    "县长信箱",
    "信件标题：关于村口路灯不亮的反映",
    "写信人：匿名　写信时间：2023-03-02",
    "信件编号：XZ20230302007",
    "受理单位：县住建局",
    "回复内容：",
    "您好！您反映的问题收悉，现答复如下：",
    "一、经现场查看，3盏路灯线路受潮，已更换。",
    "二、今后将加强巡查。",
    "县住建局",
    "2023年3月8日",
)

MAILBOX_TO_A_MEMBER = lines(
    "局长信箱",
    "来信主题：关于校门口交通秩序的建议",
    "来信时间：2022-10-11　回复时间：2022-10-18",
    "祝晓岚委员：",
    "您好！您在信中提出的关于整治校门口交通秩序的建议收悉，现答复如下：",
    "我局已在校门口增设隔离护栏，上下学时段安排2名辅警值守。",
    "感谢您对公安工作的支持。",
)

MESSAGE_BOARD = lines(
    "网友留言：关于增设充电桩的建议",
    "留言时间：2023-05-06",
    "留言内容：小区里没有充电桩，希望尽快解决。",
    "官方回复：",
    "网友您好：您提出的建议收悉，现回复如下：",
    "我局将督促物业企业在年底前安装充电桩20个。",
)

ROUNDUP = lines(
    "# 马蹄镇关于代表建议办理情况的报告",
    "各位代表：",
    "镇十八届人大二次会议共收到代表建议11件，现将办理情况报告如下：",
    "一、关于祝永年等代表“硬化上坝村机耕道”的办理情况",
    "该路段长1.2公里，已于5月硬化完毕。",
    "二、关于温若兰代表“增设垃圾箱”的办理情况",
    "已新增垃圾箱40个。",
    "马蹄镇人民政府",
    "2023年10月9日",
)

ROUNDUP_PLAIN_HEADINGS = lines(
    "2022年人大代表建议办理情况公示",
    "一、祝永年等代表提出的“硬化上坝村机耕道”建议（第3号）",
    "办理结果：A。该路段已硬化。",
    "二、温若兰代表提出的“增设垃圾箱”建议（第4号）",
    "办理结果：B。计划明年实施。",
)

SUGGESTION_DONE_ON = lines(
    "关于修复灌溉渠的建议",
    "领衔代表：祝永年",
    "建议编号：第31号",
    "承办单位：区水利局",
    "办复于2023年7月12日",
    "沙河灌溉渠渗漏严重，下游三个村灌溉用水得不到保障，建议尽快安排资金修复。",
)

NEWS = lines(
    "区水利局召开提案办理面商会",
    "来源：区融媒体中心　时间：2023-06-04　记者：米学成",
    "本报讯 6月2日，区水利局召开市政协十一届二次会议第62号提案办理面商会，提案人祝晓岚委员参加。",
    "会上，区水利局通报了办理情况，一是修复渠道3公里，二是更换水泵5台。祝晓岚委员对答复表示满意。",
)

NEWS_ABOUT_A_REPLY = lines(
    "市教育局高质量答复政协第112号提案",
    "日前，市教育局对市政协委员提出的《关于优化学区划分的提案》作出答复，委员表示满意。",
    "据了解，该局先后四次与委员沟通，并邀请委员到校调研。",
)

TALLY = lines(
    "县农业农村局2023年建议提案办理情况总结",
    "2023年我局共承办县十七届人大三次会议代表建议12件、县政协十届三次会议提案9件。",
    "其中A类13件，B类6件，C类2件，满意率100%。",
    "县农业农村局",
    "2023年11月20日",
)

TALLY_JIA_YI = lines(
    "2022年度提案办理工作情况通报",
    "今年共办理市政协九届一次会议提案46件，甲类30件、乙类12件、丙类4件。",
    "一是领导重视；二是加强沟通；三是注重落实。",
)

NOTICE = lines(
    "关于做好市政协十一届二次会议提案办理工作的通知",
    "各县区人民政府，市政府各部门：",
    "市政协十一届二次会议期间共立案提案213件，现交你们办理，并就有关事项通知如下：",
    "一、按时办结。各承办单位于7月底前书面答复提案者。",
    "二、按格式行文。答复件右上角标注A、B、C类。",
    "石嘴山市人民政府办公室",
    "2023年3月1日",
)

MINUTES = lines(
    "市政协十一届二次会议第62号提案办理协商会议纪要",
    "时间：2023年5月8日",
    "地点：市交通运输局三楼会议室",
    "参加人员：祝晓岚委员，市公安局、市财政局有关负责同志",
    "会议听取了市交通运输局关于提案办理情况的汇报，议定事项如下：",
    "一、新开公交线路3条。",
    "二、由市财政局安排资金200万元。",
)

PLAN = lines(
    "市水务局2023年人大代表建议和政协提案办理工作方案",
    "为做好市十五届人大三次会议代表建议和市政协十一届二次会议提案办理工作，制定本方案。",
    "一、目标任务。办复率、面商率、满意率均达100%。",
    "二、责任分工。第62号提案由供水科办理。",
)

BILL_REPORT = lines(
    "市人大城建环保委员会关于祝永年等代表提出的议案审议结果的报告",
    "市人大常委会：",
    "市十五届人大三次会议主席团交付我委审议的代表议案1件，即第5号议案，现将审议结果报告如下：",
    "建议将该议案列入明年立法计划。",
    "市人大城建环保委员会",
    "2023年9月20日",
)

RULES_TEXT = lines(
    "石嘴山市人民代表大会代表建议、批评和意见办理办法",
    "第一条　为了规范代表建议办理工作，制定本办法。",
    "第二条　承办单位应当自交办之日起三个月内答复代表。",
)

CATALOGUE = lines(
    "# 2023年政协提案办理结果公开目录",
    "| 序号 | 提案号 | 案由 | 承办单位 | 办理结果 |\n|---|---|---|---|---|\n| 1 | 第62号 | 关于优化公交线网的提案 | 市交通运输局 | A |\n"
    "| 2 | 第63号 | 关于建设口袋公园的提案 | 市园林局 | B |",
)

HANDED_ON = lines(
    "关于报送提案答复的函",
    "市政府办公室：",
    "现将我局承办的市政协十一届二次会议提案答复件12件报送你办，请审阅。",
    "石嘴山市交通运输局",
    "2023年6月1日",
)

HANDED_OUT = lines(
    "关于交办市政协十一届二次会议第062号提案的通知",
    "市交通运输局：",
    "现将市政协十一届二次会议第062号《关于优化公交线网的提案》交由你局办理，请按期答复。",
    "石嘴山市人民政府办公室",
    "2023年3月2日",
)

HOTLINE = lines("12345热线工单", "诉求编号：2023001", "诉求内容：路灯不亮", "处理结果：已修复。")

PETITION = lines(
    "县信访局 办理结果公示",
    "信访件编号：202305180099",
    "信访人：石**",
    "标题：关于南门小区加装电梯的建议",
    "石先生：",
    "您提出的“关于南门小区加装电梯的建议”已收悉，现答复如下：",
    "一、南门小区已列入今年改造计划。",
)

MASKED_TEMPLATE = lines(
    "# 附件2 答复提案的行文格式（样式）",
    "对市政协×届×次会议第×号提案的答复",
    "×××委员（或民主党派、工商联）：",
    "您提出的关于×××的提案收悉，现答复如下：",
    "感谢您对我们工作的关心和支持。",
    "2024年×月×日",
)

NONE_OF_THEM = [
    pytest.param(PROPOSAL, id="proposal"),
    pytest.param(PROPOSAL_UNDER_REPLY_TITLE, id="proposal-page-with-the-reply-attached"),
    pytest.param(PROPOSAL_AS_A_FORM, id="proposal-with-labels"),
    pytest.param(MAILBOX, id="mailbox"),
    pytest.param(MAILBOX_TO_A_MEMBER, id="mailbox-letter-to-a-member"),
    pytest.param(MESSAGE_BOARD, id="message-board"),
    pytest.param(ROUNDUP, id="township-round-up"),
    pytest.param(ROUNDUP_PLAIN_HEADINGS, id="round-up-with-numbers"),
    pytest.param(SUGGESTION_DONE_ON, id="suggestion-with-date-of-answer"),
    pytest.param(NEWS, id="news-with-a-number"),
    pytest.param(NEWS_ABOUT_A_REPLY, id="news-about-a-reply"),
    pytest.param(TALLY, id="tally-A-B-C"),
    pytest.param(TALLY_JIA_YI, id="tally-jia-yi-bing"),
    pytest.param(NOTICE, id="notice"),
    pytest.param(MINUTES, id="minutes"),
    pytest.param(PLAN, id="work-plan"),
    pytest.param(BILL_REPORT, id="report-on-a-bill"),
    pytest.param(RULES_TEXT, id="rules"),
    pytest.param(CATALOGUE, id="catalogue"),
    pytest.param(HANDED_ON, id="letter-that-hands-answers-on"),
    pytest.param(HANDED_OUT, id="notice-that-hands-a-proposal-out"),
    pytest.param(HOTLINE, id="hotline"),
    pytest.param(PETITION, id="petition"),
    pytest.param(MASKED_TEMPLATE, id="template-to-a-masked-name"),
    pytest.param("今天天气很好。\n", id="prose"),
]


@pytest.mark.parametrize("text", NONE_OF_THEM)
def test_no_reply(text: str) -> None:
    reply = read_markdown(text)
    assert not reply.is_reply
    assert "not-a-reply" in [d.code for d in reply.diagnostics]


@pytest.mark.parametrize("text", NONE_OF_THEM)
def test_no_reply_makes_nothing_up(text: str) -> None:
    """No feedback, receipt or class is invented, and every value stands in the source."""
    reply = read_markdown(text)
    assert reply.feedback is None
    assert reply.disposition is None
    assert reply.document_number is None
    if reply.title is not None:
        assert reply.title.text == "".join(text[reply.title.span.start : reply.title.span.end].split())


REQUESTS_OF_OTHER_KINDS = {
    "information": lines(
        "政府信息公开申请答复书",
        "甘先生：",
        "您提出的政府信息公开申请收悉，申请公开《关于扩建社区食堂的提案》的答复，现答复如下：",
        "您申请的信息已主动公开，请自行查阅。",
    ),
    "petition": lines(
        "信访事项答复意见书",
        "甘女士：",
        "您反映的与市政协第88号提案有关的问题收悉，现答复如下：",
        "所反映的问题属实，已责令整改。",
    ),
    "template": lines(
        "附件2：答复人大代表建议行文格式",
        "×××（单位）关于市十六届人大×次会议第×××号建议的答复",
        "×××代表：",
        "您提出的《关于×××的建议》收悉，现答复如下：",
        "（正文）",
        "联系人：×××　联系电话：×××",
    ),
    "opinion-of-a-co-handler-asked-for": lines(
        "关于商请提供市政协第0188号提案会办意见的函",
        "市财政局：",
        "《关于扩大社区食堂覆盖面的提案》（第0188号）由我局主办、你局会办，请研究提出会办意见，于4月20日前反馈我局。",
        "市民政局",
        "2024年4月2日",
    ),
}


@pytest.mark.parametrize("text", REQUESTS_OF_OTHER_KINDS.values(), ids=REQUESTS_OF_OTHER_KINDS)
def test_answers_to_other_requests_and_requests_are_no_reply(text: str) -> None:
    assert not read_text(text).is_reply


TITLES = [
    pytest.param(PROPOSAL, "关于扩大社区食堂覆盖面的提案", id="proposal"),
    pytest.param(ROUNDUP, "马蹄镇关于代表建议办理情况的报告", id="round-up"),
    pytest.param(TALLY, "县农业农村局2023年建议提案办理情况总结", id="tally"),
    pytest.param(
        "# 县水利局：上门回应提案　督办见成效\n\n来源：县融媒体中心\n\n近日，县水利局上门听取委员意见。记者从会上获悉，"
        "该局承办的提案已全部办结。",
        "县水利局：上门回应提案督办见成效",
        id="news-with-a-colon",
    ),
    pytest.param(NOTICE, "关于做好市政协十一届二次会议提案办理工作的通知", id="notice"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_no_reply_keeps_its_headline(text: str, title: str) -> None:
    reply = read_markdown(text)
    assert reply.title is not None
    assert reply.title.text == title


def coop(title: str, addressee: str, opening: str) -> str:
    return lines(
        title,
        addressee,
        opening,
        "一、我局已安排专项资金300万元。",
        "以上意见，供贵局答复时参考。",
        "石嘴山市财政局",
        "2023年5月9日",
    )


REPLIES = [
    pytest.param(
        coop(
            "关于对市政协十一届二次会议第062号提案的会办意见",
            "市交通运输局：",
            "贵局转来的《关于优化公交线网的提案》收悉，现提出会办意见如下：",
        ),
        id="co-handlers-opinion",
    ),
    pytest.param(
        coop(
            "市财政局关于市十五届人大三次会议第117号建议的协办意见",
            "市交通运输局：",
            "市十五届人大三次会议第117号建议收悉，现将协办意见函复如下：",
        ),
        id="co-handlers-answer-to-a-suggestion",
    ),
    pytest.param(
        coop(
            "关于州政协九届五次会议20260220号提案会办工作的意见",
            "州教育体育局：",
            "《关于办好乡村小规模学校的提案》收悉，现将我局意见函告如下：",
        ),
        id="co-handlers-opinion-without-ordinal-sign",
    ),
    pytest.param(text_letter(), id="plain-reply"),
    pytest.param(
        lines(
            "关于政协第十四届全国委员会第二次会议第02366号提案的答复摘要",
            "一、关于规划。已印发规划。",
            "二、关于标准。已修订标准。",
            "国家粮食和物资储备局",
        ),
        id="abstract-without-addressee",
    ),
    pytest.param(
        lines(
            "会议届次",
            "市政协十一届二次会议",
            "编号",
            "1130062",
            "标题",
            "关于优化公交线网的提案",
            "答复内容",
            *HEAD[3:],
            *SIGNED,
            "吸收采纳情况",
            "解决",
        ),
        id="page-of-labels-and-values",
    ),
    pytest.param(text_letter(before=("首页　政务公开　市长信箱　办事服务",)), id="reply-under-a-menu-with-a-mailbox"),
    pytest.param(
        text_letter("相关文章", "2022年建议提案办理情况通报", "关于做好提案办理工作的通知"),
        id="reply-beside-other-documents",
    ),
    pytest.param(text_letter(head=HEAD[3:]), id="reply-without-a-title"),
    pytest.param(
        "您在县政协十届三次会议上提出的《关于增设校门口护学岗的提案》（第037号）收悉，现答复如下：\n\n"
        "一、已在城区6所小学门前设岗。\n\n县公安局\n\n2023年5月9日\n",
        id="reply-cut-out-without-title-and-addressee",
    ),
    pytest.param(
        text_letter(head=(*HEAD[:6], "（一）关于代表建议办理情况的报告制度", *HEAD[6:])),
        id="reply-with-a-heading-on-reports",
    ),
    pytest.param(
        lines("关于市政协十一届二次会议第062号提案办理情况的报告", *HEAD[3:], *SIGNED, CONTACT),
        id="reply-that-calls-itself-a-report",
    ),
    pytest.param(
        lines(
            "市十五届人大三次会议第117号建议",
            "领衔代表：祝永年",
            "建议编号：117",
            "建议内容：希望修路。",
            "承办单位的答复",
            *HEAD[3:],
            *SIGNED,
        ).replace("提案", "建议"),
        id="suggestion-and-reply-on-one-page",
    ),
]


@pytest.mark.parametrize("text", REPLIES)
def test_reply(text: str) -> None:
    assert read_text(text).is_reply


def test_why_not_is_told() -> None:
    reply = read_markdown(MAILBOX)
    assert [d.detail for d in reply.diagnostics if d.code == "not-a-reply"] == ["a letter of the public mailbox"]


def test_page_of_a_proposal_gives_what_was_found() -> None:
    reply: Reply = read_markdown(PROPOSAL_UNDER_REPLY_TITLE)
    assert reply.matter is not None
    assert (reply.matter.number and reply.matter.number.text) == "45"
    assert reply.addressees == ()
    assert reply.signature is None


def test_mailbox_in_html() -> None:
    rows = "".join(f"<p>{line}</p>" for line in MAILBOX.split("\n\n"))
    assert not read_html(f"<html><body>{rows}</body></html>").is_reply


def test_a_report_that_quotes_a_letter_is_news() -> None:
    text = (
        "答复送到代表家门口\n\n本网讯 “您提出的关于改造公交站台的建议收悉，现答复如下……”"
        "6月30日，市人大代表祁连生收到了市交通运输局的答复函。\n\n"
        "今年以来，该局办理建议12件，全部按期办结。"
    )
    reply = read_text(text)
    assert not reply.is_reply
    assert [d.detail for d in reply.diagnostics if d.code == "not-a-reply"] == ["news"]


def test_the_title_of_a_notice_stands_below_the_organ() -> None:
    reply = read_text(
        "大武口区人民政府办公室\n\n关于交办区政协提案的通知\n\n各街道办事处，区政府各部门：\n\n现将提案12件交给你们办理。\n"
    )
    assert not reply.is_reply
    assert reply.title is not None and reply.title.text == "关于交办区政协提案的通知"
