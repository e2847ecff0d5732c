"""``govreply config``: settings, where they come from, and a file to begin with."""

from __future__ import annotations

from govreply.cli.command import Group
from govreply.language import Bilingual

command = Group(
    name="config",
    words=Bilingual(
        "配置：选用哪些规则、各规则的轻重、上限、语言等，写在 govreply.toml 里，对所在文件夹及以下的文件有效。",
        "Settings: which rules run, how much they matter, limits, language. They stand in govreply.toml and hold for the "
        "documents in its folder and below.",
    ),
    commands_of={
        "show": (
            "govreply.cli.config_show",
            Bilingual("查看各项配置及其出处", "show all settings and where they come from"),
        ),
        "init": (
            "govreply.cli.config_init",
            Bilingual("写出一份带说明的配置文件", "write a file of configuration to begin with"),
        ),
    },
)
