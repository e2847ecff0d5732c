from __future__ import annotations

from govreply import api
from govreply.findings import Verdict
from govreply.testing import Form, Letter

HEAD = "武汉市水务局\n武水函〔2023〕21号\n对市政协十四届二次会议第20230117号提案的答复\n"


def test_a_reply_that_says_nothing_is_no_pass() -> None:
    result = api.check(HEAD, "letter.txt")
    assert result.reply is not None and result.reply.is_reply
    assert [d.code for d in result.reply.diagnostics] == ["body-missing"]
    assert result.verdict is Verdict.UNDETERMINED


def test_one_sentence_or_a_form_is_a_body() -> None:
    for text in (HEAD + "陆承安委员：\n　　您提出的提案收悉，现答复如下：\n", Letter(form=Form()).to_text()):
        assert "body-missing" not in {d.code for d in api.parse(text, "letter.txt").diagnostics}
