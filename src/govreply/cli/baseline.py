"""``govreply baseline``: hold what is known, so that old archives start clean and new faults alone fail."""

from __future__ import annotations

from govreply.cli.command import Group
from govreply.language import Bilingual

command = Group(
    name="baseline",
    words=Bilingual(
        "基线：记下每份文件各条规则已有几处问题。检查时用 --baseline（或配置里的 baseline），已有的不算不通过，新增的照报。",
        "Baselines: how many findings of each rule each document has. With --baseline (or baseline in the configuration) these "
        "do not fail, and what is new does.",
    ),
    commands_of={
        "write": (
            "govreply.cli.baseline_write",
            Bilingual("检查文件，把现有的问题写入基线", "check documents and write what is found into a baseline"),
        ),
        "prune": (
            "govreply.cli.baseline_prune",
            Bilingual(
                "检查文件，从基线删去已经改好的", "check documents and take out of a baseline what is found no more"
            ),
        ),
    },
)
