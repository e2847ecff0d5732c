"""Organs that took part in the answer, in the sentences that name them apart from 经商 and 会同 behind 我局."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import DATE, letter, reply_of

TOPIC = "《关于改造南门桥的提案》"
TITLE = "关于县政协十届二次会议第57号提案的答复"
ORGAN = "丰溪县交通运输局"

# what stands behind 提案收悉 → joint agencies as written
OPENINGS: dict[str, tuple[str, list[str]]] = {
    "asked-then": ("。我局商县财政局、县住建局后，形成如下答复意见。", ["县财政局", "县住建局"]),
    "asked-then-answered": ("，经商县财政局、县住建局后答复如下：", ["县财政局", "县住建局"]),
    "asked-and-agreed": ("。我局商县财政局、县住建局同意后，现答复如下：", ["县财政局", "县住建局"]),
    "asked-departments-then": ("。我局商县财政局、县住建局等部门后，现答复如下：", ["县财政局", "县住建局"]),
    "hou-inside-names": (
        "，经商察右后旗财政局、县机关后勤服务中心后，现答复如下：",
        ["察右后旗财政局", "县机关后勤服务中心"],
    ),
    "own-name-in-front": ("，县交通运输局会同县财政局办理，现答复如下：", ["县财政局"]),
    "own-name-by": ("，由县交通运输局会同县财政局、县水利局认真研究，现答复如下：", ["县财政局", "县水利局"]),
    "part-of-an-organ-asks": (
        "，县公安局交警大队商县城管局、南门街道办事处办理，现答复如下：",
        ["县城管局", "南门街道办事处"],
    ),
    "gave-opinions": ("。县财政局、县发展改革局提出了会办意见，我局研究后答复如下：", ["县财政局", "县发展改革局"]),
    "gave-opinions-each": (
        "。县财政局、县委网信办等部门分别反馈了书面意见，现答复如下：",
        ["县财政局", "县委网信办"],
    ),
    "handled-together": ("，县交通运输局、县文旅局共同办理，现联合答复如下：", ["县文旅局"]),
    "handled-together-by-us": ("，由我局与县文旅局联合办理，现答复如下：", ["县文旅局"]),
    "handled-by-others-together": ("，县公安局、县文旅局共同办理的夜市整治已经完成，现答复如下：", []),
    "drew-up-a-document": ("。去年县商务局会同县财政局研究制定了《扶持办法》。现答复如下：", []),
    "trade-is-no-asking": ("。我县工业局商贸股、商务股已研究，现答复如下：", []),
    "inspected-together": (
        "。我局会同县财政局、县水利局对全县桥梁进行了排查。现将办理情况答复如下：",
        ["县财政局", "县水利局"],
    ),
    "asked-the-own-organ": ("，由县财政局会同县交通运输局办理，现答复如下：", []),
}


@pytest.mark.parametrize(("behind", "organs"), OPENINGS.values(), ids=OPENINGS)
def test_joint_agencies(behind: str, organs: list[str]) -> None:
    opening = f"您提出的{TOPIC}收悉{behind}"
    reply = reply_of(letter(ORGAN, TITLE, opening=opening, end=(ORGAN, DATE)))
    assert [a.text for a in reply.joint_agencies] == organs


def test_opinions_given_in_a_measure_are_no_joint_handling() -> None:
    body = "一、方案编制\n\n县财政局、县水利局提出了书面意见，方案正在修改。\n\n二、资金筹措\n\n资金已纳入预算。"
    assert reply_of(letter(ORGAN, TITLE, body=body)).joint_agencies == ()
