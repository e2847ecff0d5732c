"""``govreply profile``: what places prescribe."""

from __future__ import annotations

from govreply.cli.command import Group
from govreply.language import Bilingual

command = Group(
    name="profile",
    words=Bilingual(
        "各地规定：类别含义、期限、表格必填栏、机关代字。\n检查时按文件所属的地方选用，也可用 check --profile 指定。",
        "What places prescribe: meaning of classes, terms, cells that must be filled, organ codes.\n"
        "A check takes those of the document's place, or what check --profile names.",
    ),
    commands_of={
        "list": ("govreply.cli.profile_list", Bilingual("列出全部规定及适用的地方", "list them with their places")),
        "show": ("govreply.cli.profile_show", Bilingual("查看一份规定的各项内容", "show what one prescribes")),
        "diff": ("govreply.cli.profile_diff", Bilingual("比较两份规定", "compare two of them")),
    },
)
