"""主送: persons, parties, organisations, groups and organs, as letters address them."""

from __future__ import annotations

import pytest

from tests.grammar.head_letter import codes, letter, reply_of

TITLE = "关于县政协十届二次会议第57号提案的答复"
P, Y, O, G = "person", "party", "organisation", "group"  # noqa: E741

ROWS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "deputy": ("石云飞代表：", [("石云飞", P)]),
    "member": ("石云飞委员：", [("石云飞", P)]),
    "two-signs": ("石磊代表：", [("石磊", P)]),
    "padded-name": ("石 磊代表：", [("石磊", P)]),
    "padded-name-wide": ("石　磊　代表：", [("石磊", P)]),
    "half-width": ("石云飞代表:", [("石云飞", P)]),
    "no-colon": ("石云飞代表", [("石云飞", P)]),
    "comma": ("石云飞代表，", [("石云飞", P)]),
    "honoured": ("尊敬的石云飞代表：", [("石云飞", P)]),
    "honoured-late": ("尊敬的石云飞委员：您好！", [("石云飞", P)]),
    "greeting-behind": ("石云飞代表您好：", [("石云飞", P)]),
    "greeting-spaced": ("石云飞代表： 您好！", [("石云飞", P)]),
    "several": ("石云飞、唐静、欧阳致远代表：", [("石云飞", P), ("唐静", P), ("欧阳致远", P)]),
    "several-spaces": ("石云飞　唐静　苏晓棠代表：", [("石云飞", P), ("唐静", P), ("苏晓棠", P)]),
    "several-title-each": ("石云飞代表、唐静代表：", [("石云飞", P), ("唐静", P)]),
    "several-and": ("石云飞、唐静和苏晓棠委员：", [("石云飞", P), ("唐静", P), ("苏晓棠", P)]),
    "two-and": ("石云飞和唐静委员：", [("石云飞", P), ("唐静", P)]),
    "two-ji": ("石云飞及唐静委员：", [("石云飞", P), ("唐静", P)]),
    "comma-separated": ("石云飞，唐静，苏晓棠委员：", [("石云飞", P), ("唐静", P), ("苏晓棠", P)]),
    "etc": ("石云飞等代表：", [("石云飞", P)]),
    "etc-count": ("石云飞等3名代表：", [("石云飞", P)]),
    "etc-count-wei": ("石云飞等5位代表：", [("石云飞", P)]),
    "etc-count-chinese": ("石云飞等十二位委员：", [("石云飞", P)]),
    "etc-count-ren": ("石云飞等7人：", [("石云飞", P)]),
    "two-of-them": ("石云飞、唐静两位代表：", [("石云飞", P), ("唐静", P)]),
    "three-of-them-in-digits": ("石云飞、唐静、苏晓棠 3 名委员：", [("石云飞", P), ("唐静", P), ("苏晓棠", P)]),
    "etc-several": ("石云飞、唐静等委员：", [("石云飞", P), ("唐静", P)]),
    "etc-several-count": ("石云飞、唐静等8名人大代表：", [("石云飞", P), ("唐静", P)]),
    "and-all-members": ("石云飞及各位委员：", [("石云飞", P)]),
    "and-all-comma": ("石云飞、各位委员：", [("石云飞", P)]),
    "and-all-of-a-sector": ("石云飞委员并县政协文化界别各位委员：", [("石云飞", P)]),
    "passed-on-to-all": ("石云飞代表并转各位联名代表：", [("石云飞", P)]),
    "and-seconders": ("石云飞、唐静及附议代表：", [("石云飞", P), ("唐静", P)]),
    "npc-deputy": ("石云飞人大代表：", [("石云飞", P)]),
    "cppcc-member": ("石云飞政协委员：", [("石云飞", P)]),
    "county-npc-front": ("县人大石云飞代表：", [("石云飞", P)]),
    "city-cppcc-front": ("市政协石云飞委员：", [("石云飞", P)]),
    "npc-deputy-front": ("市人大代表石云飞：", [("石云飞", P)]),
    "cppcc-member-front": ("政协委员石云飞、唐静：", [("石云飞", P), ("唐静", P)]),
    "sir": ("石云飞先生：", [("石云飞", P)]),
    "lady": ("石云飞女士：", [("石云飞", P)]),
    "member-sir": ("石云飞委员先生：", [("石云飞", P)]),
    "comrade": ("石云飞同志：", [("石云飞", P)]),
    "anonymous-cross": ("石××代表：", [("石××", P)]),
    "anonymous-mou": ("石某某代表：", [("石某某", P)]),
    "anonymous-xx": ("xx委员：", [("xx", P)]),
    "anonymous-star": ("石**委员：", [("石**", P)]),
    "uyghur": ("吐尔逊·阿不都拉、古丽娜尔·买买提代表：", [("吐尔逊·阿不都拉", P), ("古丽娜尔·买买提", P)]),
    "uyghur-dot": ("吐尔逊•阿不都拉代表：", [("吐尔逊•阿不都拉", P)]),
    "tibetan": ("次仁拉姆、格桑代表：", [("次仁拉姆", P), ("格桑", P)]),
    "mongolian": ("阿拉坦其其格代表：", [("阿拉坦其其格", P)]),
    "organ-with-and": ("县发展和改革局：", [("县发展和改革局", O)]),
    "organs-with-and": ("县发展和改革局、县财政局：", [("县发展和改革局", O), ("县财政局", O)]),
    "surname-he": ("和建国代表：", [("和建国", P)]),
    "surname-dai": ("代明华代表：", [("代明华", P)]),
    "surname-yu-and": ("与会明代表：", [("与会明", P)]),
    "seven-names": (
        "石云飞、唐静、苏晓棠、陆远、顾盼、岑参、阮籍代表：",
        [("石云飞", P), ("唐静", P), ("苏晓棠", P), ("陆远", P), ("顾盼", P), ("岑参", P), ("阮籍", P)],
    ),
    "traditional": ("石雲飛、唐靜委員：", [("石雲飛", P), ("唐靜", P)]),
    "zhusong-label": ("主送：石云飞委员", [("石云飞", P)]),
    "bracketed-unit": ("石云飞委员（九三学社）：", [("石云飞", P)]),
    "delegation": ("石岭乡代表团：", [("石岭乡代表团", G)]),
    "delegation-long": ("全宁街道代表团：", [("全宁街道代表团", G)]),
    "group-of-deputies": ("第一代表小组代表：", [("第一代表小组", G)]),
    "group-number": ("第三代表小组：", [("第三代表小组", G)]),
    "liaison-group": ("石岭乡政协联络组：", [("石岭乡政协联络组", G)]),
    "members-group": ("石岭镇政协委员小组：", [("石岭镇政协委员小组", G)]),
    "sector": ("市政协教育界：", [("市政协教育界", G)]),
    "sector-long": ("县政协农业界别：", [("县政协农业界别", G)]),
    "sector-group": ("医药卫生界别小组：", [("医药卫生界别小组", G)]),
    "studio": ("石云飞委员工作室：", [("石云飞委员工作室", G)]),
    "delegation-and-its-spokesman": ("平川代表团（领衔代表 石云飞）：", [("平川代表团", G)]),
    "all-members": ("各位委员：", []),
    "minge": ("民革怀化市委会：", [("民革怀化市委会", Y)]),
    "minmeng": ("民盟怀化市委：", [("民盟怀化市委", Y)]),
    "minjian": ("民建怀化市委员会：", [("民建怀化市委员会", Y)]),
    "minjin": ("中国民主促进会怀化市委员会：", [("中国民主促进会怀化市委员会", Y)]),
    "nonggong": ("农工党怀化市委会：", [("农工党怀化市委会", Y)]),
    "zhigong": ("致公党怀化市委会：", [("致公党怀化市委会", Y)]),
    "zhigong-full": ("中国致公党怀化市委员会：", [("中国致公党怀化市委员会", Y)]),
    "jiusan": ("九三学社怀化市委会：", [("九三学社怀化市委会", Y)]),
    "jiusan-branch": ("九三学社泸溪县支社：", [("九三学社泸溪县支社", Y)]),
    "taimeng": ("台盟厦门市委会：", [("台盟厦门市委会", Y)]),
    "taimeng-full": ("台湾民主自治同盟福建省委员会：", [("台湾民主自治同盟福建省委员会", Y)]),
    "party-province": ("民盟甘肃省委：", [("民盟甘肃省委", Y)]),
    "party-region": ("民革宁夏区委会：", [("民革宁夏区委会", Y)]),
    "party-centre": ("民建中央：", [("民建中央", Y)]),
    "party-county-branch": ("民盟平江县总支：", [("民盟平江县总支", Y)]),
    "party-place-first": ("怀化市民盟：", [("怀化市民盟", Y)]),
    "party-and-member": ("民盟怀化市委会、石云飞委员：", [("民盟怀化市委会", Y), ("石云飞", P)]),
    "two-parties": ("民盟怀化市委会、致公党怀化市委会：", [("民盟怀化市委会", Y), ("致公党怀化市委会", Y)]),
    "honoured-party": ("尊敬的民盟怀化市委会：", [("民盟怀化市委会", Y)]),
    "gongshanglian": ("怀化市工商联：", [("怀化市工商联", O)]),
    "gongshanglian-full": ("怀化市工商业联合会（总商会）：", [("怀化市工商业联合会（总商会）", O)]),
    "gongqingtuan": ("共青团怀化市委：", [("共青团怀化市委", O)]),
    "tuanwei": ("团市委：", [("团市委", O)]),
    "fulian": ("怀化市妇联：", [("怀化市妇联", O)]),
    "gonghui": ("怀化市总工会：", [("怀化市总工会", O)]),
    "kexie": ("怀化市科协：", [("怀化市科协", O)]),
    "qiaolian": ("怀化市侨联：", [("怀化市侨联", O)]),
    "committee-of-cppcc": ("市政协提案委员会：", [("市政协提案委员会", O)]),
    "committee-of-cppcc-long": ("市政协人口资源环境委员会：", [("市政协人口资源环境委员会", O)]),
    "committee-short": ("市政协社法委：", [("市政协社法委", O)]),
    "npc-committee": ("市人大城建环资委：", [("市人大城建环资委", O)]),
    "lead-organ": ("市住房和城乡建设局：", [("市住房和城乡建设局", O)]),
    "lead-organ-second-name": ("县建设局（城管办）：", [("县建设局（城管办）", O)]),
    "lead-two-organs": ("市财政局、市人社局：", [("市财政局", O), ("市人社局", O)]),
    "lead-organ-short": ("市发改委：", [("市发改委", O)]),
    "lead-government": ("石岭镇人民政府：", [("石岭镇人民政府", O)]),
    "lead-no-place": ("住建局：", [("住建局", O)]),
    "cppcc-office": ("政协北川县委员会办公室：", [("政协北川县委员会办公室", O)]),
    "people-told-of-one": (
        "石云飞、唐静、龙阿朵（苗族）代表：",
        [("石云飞", P), ("唐静", P), ("龙阿朵", P)],
    ),
    "standing-committee-of-a-prefecture": ("州人大常委会：", [("州人大常委会", O)]),
    "standing-committee-in-full": ("县人民代表大会常务委员会：", [("县人民代表大会常务委员会", O)]),
    "association-with-second-name": ("青浦区工商业联合会（总商会）：", [("青浦区工商业联合会（总商会）", O)]),
    "association": ("怀化市律师协会：", [("怀化市律师协会", O)]),
}


@pytest.mark.parametrize(("row", "addressees"), ROWS.values(), ids=ROWS)
def test_addressee(row: str, addressees: list[tuple[str, str]]) -> None:
    reply = reply_of(letter(TITLE, to=row))
    assert [(a.name, a.kind) for a in reply.addressees] == addressees


LAYOUTS: dict[str, tuple[str, str, list[str]]] = {
    "first-line": ("a.txt", letter(to="石云飞代表："), ["石云飞"]),
    "greeting-on-next-line": ("a.txt", letter(TITLE, to="石云飞代表：\n\n您好！"), ["石云飞"]),
    "greeting-before-opening": (
        "a.txt",
        letter(TITLE, to="石云飞代表：", opening="您好！您提出的《关于改造南门桥的建议》收悉。现答复如下："),
        ["石云飞"],
    ),
    "two-rows": ("a.txt", letter(TITLE, to="石云飞代表：\n\n唐静代表："), ["石云飞", "唐静"]),
    "row-broken": (
        "a.txt",
        letter(TITLE, to="石云飞、唐静、苏晓棠、陆远、顾盼、\n岑参、阮籍代表："),
        ["石云飞", "唐静", "苏晓棠", "陆远", "顾盼", "岑参", "阮籍"],
    ),
    "on-opening-line": (
        "a.txt",
        letter(TITLE, to="", opening="石云飞代表：您提出的《关于改造南门桥的建议》收悉，现答复如下："),
        ["石云飞"],
    ),
    "bold": ("a.md", letter(f"# {TITLE}", to="**石云飞代表：**"), ["石云飞"]),
    "heading": ("a.md", letter(f"# {TITLE}", to="## 石云飞、唐静代表："), ["石云飞", "唐静"]),
    "html-nbsp": (
        "a.html",
        f"<h1>{TITLE}</h1><p>" + letter(to="石&nbsp;磊、唐静委员：", gap="</p><p>") + "</p>",
        ["石磊", "唐静"],
    ),
    "html-br": (
        "a.html",
        f"<h1>{TITLE}</h1><div>" + letter(to="石云飞委员：", gap="<br/>") + "</div>",
        ["石云飞"],
    ),
    "greeting-line-ended-oddly": ("a.txt", letter(TITLE, to="石云飞委员：\n\n您好，"), ["石云飞"]),
}


@pytest.mark.parametrize(("name", "text", "names"), LAYOUTS.values(), ids=LAYOUTS)
def test_addressee_layout(name: str, text: str, names: list[str]) -> None:
    assert [a.name for a in reply_of(text, name).addressees] == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(letter(TITLE, to=""), id="none"),
        pytest.param(
            letter(TITLE, to="", body="各位代表、各位委员提出了宝贵意见，我局持续推进。"), id="deputies-in-body"
        ),
        pytest.param(letter(TITLE, to="", end=("联系人：石云飞", "青浦区民政局", "2023年6月12日")), id="contact"),
        pytest.param(
            letter(TITLE, to="", end=("青浦区民政局", "2023年6月12日", "抄送：石云飞代表，区人大代表工委。")), id="copy"
        ),
    ],
)
def test_no_addressee(text: str) -> None:
    assert reply_of(text).addressees == ()


def test_count_behind_etc_is_kept() -> None:
    [addressee] = reply_of(letter(TITLE, to="石云飞等3名代表：")).addressees
    assert addressee.honorific is not None and addressee.honorific.text == "代表"


def test_all_members_is_told() -> None:
    assert "addressee-unnamed" in codes(reply_of(letter(TITLE, to="各位委员：")))


def test_blank_template_is_told() -> None:
    reply = reply_of(letter(TITLE, to="×××（等×名）代表："))
    assert reply.addressees == ()
    assert "addressee-unnamed" in codes(reply)
