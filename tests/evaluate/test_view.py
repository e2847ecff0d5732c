from __future__ import annotations

from govreply import api
from govreply.evaluate.view import FIELDS, bare_number, squeeze, view
from govreply.testing import Form, Letter
from govreply.testing.letter import Part

LETTER = """\
江城市民政局文件

江民函〔2022〕18号

对市政协十五届一次会议第0036号提案的答复

林 溪委员：

您提出的《关于增设社区长者食堂的提案》收悉。经会同市商务局研究，现答复如下：

第一，摸清老人就餐需求，分片登记。第二，简化办理。

一、推进站点建设

（一）选址

一是：利用闲置公房，改建食堂十二处。二是引入企业。

（二）补助。按《江城市养老补助办法》（江政规〔2021〕5号）发放补助，依照《老年人权益保障法》执行。

感谢您对民政工作的关心。

江城市民政局

2022年5月9日

联系人：高远山
联系电话：0755-83211204

抄送：市政协提案委、市政府督查室
"""


def test_the_flat_form_of_a_letter() -> None:
    flat = view(api.parse(LETTER, "letter.txt"))
    assert flat == {
        "is_reply": ("true",),
        "issuer": ("江城市民政局",),
        "document_number": ("江民函〔2022〕18号",),
        "disposition": (),
        "disclosure": (),
        "signer": (),
        "title": ("对市政协十五届一次会议第0036号提案的答复",),
        "signature_date": ("2022-05-09",),
        "matter.kind": ("proposal",),
        "matter.body": ("cppcc",),
        "matter.level": ("municipal",),
        "matter.term": ("15",),
        "matter.session": ("1",),
        "matter.number": ("0036",),
        "matter.title": ("关于增设社区长者食堂的提案",),
        "addressees": ("林溪",),
        "joint_agencies": ("市商务局",),
        "sections": ("1一、推进站点建设", "2（一）选址", "2（二）补助"),
        "measures": (
            "-第一摸清老人就餐需求",
            "-第二简化办理。",
            "（一）一是利用闲置公房，改",
            "（一）二是引入企业。",
        ),
        "signature_agencies": ("江城市民政局",),
        "contacts": ("联系人高远山",),
        "phones": ("0755-83211204",),
        "postcodes": (),
        "copies": ("市政协提案委", "市政府督查室"),
        "citations": ("江城市养老补助办法江政规〔2021〕5号", "老年人权益保障法-"),
        "feedback.title": (),
        "feedback.proposer": (),
        "feedback.number": (),
        "feedback.matter_title": (),
        "feedback.organ": (),
        "feedback.place": (),
        "feedback.opinion_numbers": (),
    }


def test_the_form_of_a_letter() -> None:
    opinion = "对第20230117号、第20230220号提案的办理表示满意。"
    form = Form(title="武汉市政协提案办理征询意见表", opinion=opinion, organ="", meeting_place="一楼 会议室")
    flat = view(api.parse(Letter(form=form).to_markdown()))
    assert {field: values for field, values in flat.items() if field.startswith("feedback.")} == {
        "feedback.title": ("武汉市政协提案办理征询意见表",),
        "feedback.proposer": ("陆承安",),
        "feedback.number": ("20230117",),
        "feedback.matter_title": ("关于加强老旧小区雨污分流改造的建议",),
        "feedback.organ": (),
        "feedback.place": ("一楼会议室",),
        "feedback.effect": ("解决问题",),
        "feedback.rating": ("满意",),
        "feedback.disclosure": ("同意公开",),
        "feedback.opinion_numbers": ("20230117", "20230220"),
    }


def test_depths_count_from_the_outermost() -> None:
    inner = Part(heading="细则", parts=(Part(heading="范围", parts=(Part(heading="对象", paragraphs=("全部。",)),)),))
    flat = view(api.parse(Letter(sections=(inner, Part(heading="保障", paragraphs=("有力。",)))).to_markdown()))
    assert [line[0] for line in flat["sections"]] == ["1", "2", "3", "1"]


def test_what_is_no_reply_has_hardly_any_value() -> None:
    flat = view(api.parse("# 现场会召开\n\n昨日，会议在澄江召开。\n", "news.md"))
    assert {field for field, values in flat.items() if values} <= {"is_reply", "title"}
    assert flat["is_reply"] == ("false",)


def test_every_field_of_the_view_has_its_place_in_the_order() -> None:
    flat = view(api.parse(Letter(form=Form()).to_markdown()))
    assert set(flat) <= set(FIELDS)


def test_white_space_of_any_kind_goes() -> None:
    assert squeeze(" 江\u3000城\u00a0市\n局 ") == "江城市局"
    assert [bare_number(n) for n in ("第 0036 号", "0036", "第12-3号", "")] == ["0036", "0036", "12-3", ""]
