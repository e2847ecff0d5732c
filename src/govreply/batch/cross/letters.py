"""Sound letters for the examples of rules over many replies: the same organ, other items, other texts."""

from __future__ import annotations

from typing import Any

from govreply.testing import Letter, Part


def first(**changes: Any) -> Letter:
    """The letter that all examples begin with."""
    return Letter().but(**changes)


def another(**changes: Any) -> Letter:
    """A letter of the same organ on another item."""
    return Letter(
        document_number="武水函〔2023〕21号",
        number="20230256",
        addressees=("何静秋",),
        topic="关于推进湖泊水环境综合治理的建议",
        sections=(
            Part(
                heading="强化湖泊水质监测",
                measures=(
                    "加密监测点位。在全市166个湖泊布设监测点，每月发布水质状况。",
                    "推行湖长制度。逐湖明确责任人，按季度开展巡湖检查。",
                ),
            ),
            Part(
                heading="推进岸线生态修复",
                paragraphs=("结合绿道建设恢复滨水植被，先后完成东湖、沙湖等湖泊岸线整治，拆除违法围栏养殖设施。",),
            ),
        ),
        outlook=("今后，我局将会同各区持续做好湖泊保护工作。",),
        date="2023年6月20日",
    ).but(**changes)


def third(**changes: Any) -> Letter:
    """A letter of the same organ on a third item."""
    return Letter(
        document_number="武水函〔2023〕21号",
        number="20230388",
        addressees=("余知远",),
        topic="关于完善农村供水保障体系的建议",
        sections=(
            Part(
                heading="实施水厂提标工程",
                measures=(
                    "改造净水工艺。完成12座乡镇水厂设备更新，出厂水质全部达标。",
                    "延伸供水管网。新铺设管道85公里，覆盖偏远村湾。",
                ),
            ),
            Part(heading="规范运行管理", paragraphs=("统一供水服务标准，公布报修渠道，由区级平台集中调度维护队伍。",)),
        ),
        outlook=("我局将督促各区落实管护经费，巩固城乡供水一体化成果。",),
        date="2023年6月26日",
    ).but(**changes)
