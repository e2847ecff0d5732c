"""The closed lists of values that a reply uses."""

from __future__ import annotations

from enum import StrEnum


class MatterKind(StrEnum):
    """What is answered (件类)."""

    PROPOSAL = "proposal"  # 提案, to a CPPCC committee
    SUGGESTION = "suggestion"  # 建议, of People's Congress deputies
    BILL = "bill"  # 议案


class Body(StrEnum):
    """The assembly's kind."""

    CPPCC = "cppcc"  # 政协
    NPC = "npc"  # 人大


class Level(StrEnum):
    """Administrative level (层级)."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    TOWNSHIP = "township"


class AddresseeKind(StrEnum):
    """Who is addressed (主送)."""

    PERSON = "person"
    PARTY = "party"
    ORGANISATION = "organisation"
    GROUP = "group"


class DisclosureValue(StrEnum):
    """公开属性: 主动公开, 依申请公开, 不予公开."""

    PUBLIC = "public"
    ON_REQUEST = "on_request"
    WITHHELD = "withheld"


class AgencyRole(StrEnum):
    """What an organ does in the document."""

    ISSUER = "issuer"
    LEAD = "lead"
    JOINT = "joint"
    SIGNATORY = "signatory"
    ADDRESSEE = "addressee"
    COPIED = "copied"
    MENTIONED = "mentioned"


class ChoiceName(StrEnum):
    """The question that a group of tick boxes asks."""

    EFFECT = "effect"  # 办理效果
    RATING = "rating"  # 结果评价, 满意度
    DISCLOSURE = "disclosure"  # 答复公开
    ATTITUDE = "attitude"  # 办理态度
    CONTACT_BEFORE = "contact_before"  # 沟通联系
    OTHER = "other"


class Where(StrEnum):
    """The part of the document that something stands in."""

    METADATA = "metadata"
    HEAD = "head"
    TITLE = "title"
    RECEIPT = "receipt"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    FORM = "form"
    OPINION = "opinion"
    TAIL = "tail"


class ConclusionKind(StrEnum):
    """What a sentence says of the outcome of the whole matter."""

    SOLVED = "solved"
    CANNOT = "cannot"


class StatementKind(StrEnum):
    """What a sentence tells of the work."""

    DONE = "done"
    ADOPTED = "adopted"  # 采纳, 纳入
    PLANNED = "planned"


class Standing(StrEnum):
    """What a figure says of the world: only two actual ones can contradict each other."""

    ACTUAL = "actual"
    PLANNED = "planned"  # 计划, 力争, 到2025年
    ADDED = "added"  # 新增, 再, 另
    LEFT = "left"  # 其余, 剩余, 尚有
    EACH = "each"  # 每, 人均, 最高, 分别: a rate, a bound or one of several


class ChangeKind(StrEnum):
    """How a change is told."""

    GROWTH = "growth"  # 增长20%
    POINTS = "points"  # 提高5个百分点
    GROWN_BY = "grown_by"  # 增长2倍
    TIMES = "times"  # 是…的3倍, 增长到3倍, 翻两番


class MarkFault(StrEnum):
    """What is wrong with a title mark."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    NESTED = "nested"


class PersonalKind(StrEnum):
    """What a private number or address is."""

    MOBILE = "mobile"
    PHONE = "phone"  # the proposer's own landline
    ID_NUMBER = "id_number"
    BANK_ACCOUNT = "bank_account"
    ADDRESS = "address"  # where somebody lives, or where the proposer is reached


class PaperMarkKind(StrEnum):
    """What a mark on the paper says."""

    SECRECY = "secrecy"  # 绝密, 机密, 秘密
    COPY_NUMBER = "copy_number"  # 份号
    INTERNAL = "internal"  # 内部资料, 征求意见稿


class PageDateKind(StrEnum):
    """What a date on the page says of the letter."""

    WRITTEN = "written"  # 成文日期
    PUBLISHED = "published"  # 发布日期
    OTHER = "other"


class PronounKind(StrEnum):
    """Whom a word of address can mean."""

    ONE = "one"  # 您, 你
    SEVERAL = "several"  # 您们, 你们
    UNIT = "unit"  # 贵单位, 贵党
