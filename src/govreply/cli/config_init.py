"""``govreply config init``: a file of configuration with every key explained and none in force."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from govreply.cli import exit_codes
from govreply.cli.command import Command, Refusal, argument
from govreply.cli.language import current, say
from govreply.config.files import FILE_NAME
from govreply.language import Bilingual
from govreply.reports.safe import visible
from govreply.system_errors import words_of

TEMPLATE: Final = Bilingual(
    """\
# govreply 的配置，对本文件夹及以下各级文件夹里的文件有效。
# 去掉行首的 # 即生效；查看生效的各项及其出处：govreply config show

# extends = "../govreply.toml"      # 先用另一份配置，再以本文件的各项覆盖
# select = ["identity", "FRM001"]   # 只用这些规则（名称、代码或类别；govreply rules 列出全部）
# ignore = ["typography"]           # 不用这些规则
# profile = "wuhan"                 # 地方规定（govreply profile list），或自己的 .toml；默认按文中地名选取
# fail-on = "error"                 # 从哪一级起算不通过：error、warning、info、never
# language = "zh"                   # 界面和报告的语言：zh、en
# show-private = false              # 报告中是否显示手机号、证件号、账号和住址
# baseline = "govreply-baseline.json"

# [severities]                      # 改变某条规则的级别：error、warning、info
# proposal-number-mismatch = "warning"

# [per-file."旧档/**"]              # 只对这些文件：另选规则，或再去掉一些
# ignore = ["contact"]

# [limits]                          # 每份文件的上限；字节数可写单位 K、M、G
# seconds = 60.0
# memory = "2G"

# [catalogue-columns]               # 目录栏目另有叫法时：栏目 = 列号、列标或表头
# "题名" = "文件标题"
""",
    """\
# Settings of govreply for the documents in this folder and below.
# Take away a # to put a line into force; govreply config show tells what is in force, and from where.

# extends = "../govreply.toml"      # begin with another file; what stands here goes before it
# select = ["identity", "FRM001"]   # only these rules (name, code or family; govreply rules lists them)
# ignore = ["typography"]           # not these rules
# profile = "wuhan"                 # local rules (govreply profile list) or a .toml of your own; by default by place
# fail-on = "error"                 # severity from which a document fails: error, warning, info, never
# language = "zh"                   # language of messages and reports: zh, en
# show-private = false              # whether reports show phones, identity numbers, accounts and addresses
# baseline = "govreply-baseline.json"

# [severities]                      # other severities for rules: error, warning, info
# proposal-number-mismatch = "warning"

# [per-file."old/**"]               # for these documents alone: other rules, or fewer
# ignore = ["contact"]

# [limits]                          # bounds for each document; numbers of bytes may have a unit K, M, G
# seconds = 60.0
# memory = "2G"

# [catalogue-columns]               # columns of a catalogue that are called otherwise: field = number, letter or heading
# title = "Subject"
""",
)


@click.command(
    name="init",
    cls=Command,
    words=Bilingual(
        f"在文件夹里写出一份 {FILE_NAME}，各项都有说明，去掉行首的 # 即生效。",
        f"Write a {FILE_NAME} into a folder, with every key explained and none in force.",
    ),
)
@argument(
    "folder",
    type=click.Path(path_type=Path),
    default=".",
    label=Bilingual("文件夹", "FOLDER"),
    words=Bilingual("写在哪里；默认当前文件夹", "where to write it; by default the current folder"),
)
def command(folder: Path) -> int:
    """Write the file; one that is there stays as it is."""
    path = folder / FILE_NAME
    shown = visible(str(path))
    try:
        with path.open("x", encoding="utf-8") as out:
            out.write(TEMPLATE.within(current()))
    except FileExistsError as error:
        raise Refusal(say(f"{shown} 已经存在，没有改动", f"{shown} exists already and stays as it is")) from error
    except OSError as error:
        why = words_of(error)
        raise Refusal(say(f"{shown}：无法写入（{why.zh}）", f"{shown}: cannot be written ({why.en})")) from error
    click.echo(say(f"已写出：{shown}", f"written: {shown}"))
    return exit_codes.OK
