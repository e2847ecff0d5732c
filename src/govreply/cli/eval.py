"""``govreply eval``: how well documents are read, measured on a corpus with labels."""

from __future__ import annotations

from govreply.cli.command import Group
from govreply.language import Bilingual

command = Group(
    name="eval",
    words=Bilingual(
        "用带标注的语料衡量读得准不准。\n语料是一个文件夹，每份文件旁有 NAME.gold.json（见文档“准确度”）。",
        "Measure how well documents are read, on documents with labels.\n"
        "A corpus is a folder of documents, each with NAME.gold.json beside it (see the page on accuracy).",
    ),
    commands_of={
        "score": (
            "govreply.cli.eval_score",
            Bilingual("逐字段计算准确率、召回率、F1", "precision, recall and F1 of each field"),
        ),
        "compare": (
            "govreply.cli.eval_compare",
            Bilingual("比较两次结果，看哪些字段变了", "compare two runs: which fields changed"),
        ),
        "lint": (
            "govreply.cli.eval_lint",
            Bilingual(
                "检查标注本身：值是否见于文件", "check the labels themselves: whether the document has the values"
            ),
        ),
    },
)
