"""Project tables of other provinces: filled in on the page, exported, and read again by `jiheng audit`."""

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

import docx
import paper
import pytest
from axe_playwright_python.sync_playwright import Axe
from county import County
from desk import Desk
from printed import bare
from program import Program, binary
from test_pages import CUT

UNIT = "301001"
SHOTS = Path(os.environ.get("SHOTS") or Path(tempfile.gettempdir()) / "jiheng-shots")

HEAD = {"project/name": "农贸市场改造", "project/department": "示例县商务局", "project/implementer": "示例县商务局"}
GOALS = {"goal/target": "改造农贸市场两个，方便周边居民。", "goal/actual": "两个市场完成改造并开业。"}
FUNDS = {"fiscal/initial": "90", "fiscal/budget": "90", "fiscal/executed": "72", "carryOver/budget": "10",
         "carryOver/executed": "10"}
LINES = [
    ("quantity", {"name": "改造市场", "target": "≥2个", "actual": "2个", "points": "30", "score": "30"}),
    ("quality", {"name": "验收合格率", "target": "=100%", "actual": "95%", "points": "20", "score": "19",
                 "reason": "一处返工，已整改。"}),
    ("social", {"name": "周边居民便利", "target": "明显改善", "actual": "达成", "points": "30", "score": "30"}),
    ("satisfaction", {"name": "商户满意度", "target": "≥90%", "actual": "97%", "points": "10", "score": "10"}),
]
# Policy: title, cells, goals, lines, total score, what the paper must show.
REGIONS = {
    "sichuan-2024-project": (
        "四川省2024年度部门预算项目支出绩效自评",
        HEAD | GOALS | {
            "project/name": "51000024T000000000001-农贸市场改造", "process/text": "三月招标，五月开工，十一月验收。",
            "fiscal/initial": "80", "fiscal/budget": "90", "fiscal/executed": "72", "unitFunds/budget": "10",
            "unitFunds/executed": "10", "total/reason": "年中追加十万元；工程尾款按合同下年支付。",
            "conclusion/text": "自评良好，两个市场按期开业。", "problems/text": "验收资料归档不及时。",
            "measures/text": "按月归档，专人核对。"},
        [],
        [("quantity", {"name": "改造市场", "sign": "≥", "target": "2", "unit": "个", "actual": "2", "points": "40",
                       "score": "40"}),
         ("quality", {"name": "验收合格率", "sign": "=", "target": "100", "unit": "%", "actual": "95", "points": "20",
                      "score": "19", "reason": "一处返工，已整改。"}),
         ("social", {"name": "周边居民便利", "sign": "定性", "target": "明显改善", "actual": "达成年度指标",
                     "points": "20", "score": "20"}),
         ("satisfaction", {"name": "商户满意度", "sign": "≥", "target": "90", "unit": "%", "actual": "97",
                           "points": "10", "score": "10"})],
        "97.2", ["指标性质", "度量单位", "评价结论", "≥", "定性", "/"]),
    "hubei-2024-project": (
        "湖北省2024年度项目支出绩效自评",
        HEAD | {"project/category": "本级专项", "project/attribute": "持续性项目", "project/type": "常年性项目",
                "total/budget": "60", "total/executed": "45", "deviation/text": "汛期推迟两次采样。",
                "measures/text": "下年提前安排，结果与预算挂钩。"},
        [("取得全年监测数据", "取得十次采样的数据", "40"), ("保障公众用水安全", "全年没有水质事故", "40")],
        [("quality", {"goal": "1", "name": "监测数据合格率", "target": "≥98%", "actual": "99%", "points": "25",
                      "score": "25"}),
         ("timeliness", {"goal": "1", "name": "按月采样", "target": "12次", "actual": "10次", "points": "15",
                         "score": "12.5"}),
         ("social", {"goal": "2", "name": "公众用水安全", "target": "有保障", "actual": "部分达成预期指标",
                     "points": "20", "score": "14"}),
         ("satisfaction", {"goal": "2", "name": "用水户满意度", "target": "≥90%", "actual": "93%", "points": "20",
                           "score": "20"})],
        "86.5", ["□上级专项　☑本级专项", "☑持续性项目　□新增性项目", "年度绩效目标1", "年度绩效目标2", "改进措施及结果应用方案"]),
    "anhui-2024-project": (
        "安徽省2024年度项目支出绩效自评",
        HEAD | GOALS | FUNDS | {"project/department": "219-安徽省示例县商务局", "project/implementer": "219001-示例县商务局"},
        [], LINES, "97.2", ["全年预算数（A）", "执行率（B/A）", "-"]),
    "hainan-2024-project": (
        "海南省2024年度项目支出绩效自评",
        HEAD | GOALS | {"project/department": "海南省示例县商务局"}
        | {cell: f"{amount}0000" for cell, amount in FUNDS.items()}, [], LINES, "97.2",
        ["项目资金（元）", "-", "900000"]),
    "guangxi-2024-project": (
        "广西壮族自治区2024年度项目支出绩效自评",
        HEAD | GOALS | FUNDS | {"project/department": "广西示例县商务局"}, [], LINES, "97.2", ["偏差原因分析及改进措施"]),
}


class World:
    """One unit with a task under each policy."""

    def __init__(self, browser):
        self.program = Program.empty()
        self.county = County(browser, self.program)
        self.county.begin()
        self.county.add_unit(UNIT, "示例县商务局")
        self.county.add_person("jb", "经办", ["经办岗"], UNIT)
        for title, *_ in REGIONS.values():
            self.county.launch(title, "2024", [title], "2099-08-31")
        self.county.let_in()
        self.filings = {}

    @property
    def desk(self):
        return self.county["jb"]

    def begin(self, policy):
        title = REGIONS[policy][0]
        self.desk.go("/filings")
        row = self.desk.page.locator("tbody tr").filter(has_text=title)
        self.desk.press("填报", row)
        self.filings[policy] = re.search(r"/filings/(\d+)", self.desk.page.url)[1]
        self.desk.go(f"/filings/{self.filings[policy]}/projects")
        self.desk.press("新增项目")

    def fill(self, cell, text):
        field = self.desk.field(cell)
        if field.evaluate("field => field.localName") == "select":
            field.select_option(text)
        else:
            self.desk.type(cell, text)

    def end(self):
        self.county.close()
        self.program.end()


@pytest.fixture(scope="module")
def world(browser):
    world = World(browser)
    yield world
    faults = [fault for desk in world.county.desks.values() for fault in desk.faults]
    world.end()
    assert faults == []


@pytest.mark.parametrize("policy", REGIONS)
class TestRegion:
    def test_a_project_is_filled_in_and_scored_by_the_policy(self, world, policy):
        _, cells, goals, lines, total, _ = REGIONS[policy]
        desk = world.desk
        world.begin(policy)
        for target, actual, weight in goals:
            line = desk.add_line("goals")
            for column, text in [("target", target), ("actual", actual), ("weight", weight)]:
                world.fill(f"{line}/{column}", text)
        for cell, text in cells.items():
            world.fill(f"project-1/{cell}", text)
        desk.saved()
        for node, texts in lines:
            line = desk.add_line(node)
            for column, text in texts.items():
                if column == "actual":
                    # Whether there is a list to choose from follows from the target.
                    desk.saved()
                    desk.page.reload()
                world.fill(f"{line}/{column}", text)
            desk.saved()
        assert desk.shown("project-1/sum/score") == total
        assert desk.shown("project-1/sum/points") == "100"

    def test_nothing_that_is_right_must_be_put_right(self, world, policy):
        found = world.desk.findings(world.filings[policy])
        assert [item[:3] for item in found.get("送审前须改正", [])] == []

    @pytest.mark.parametrize("width", [1366, 390])
    def test_the_page_fits_and_is_accessible(self, world, policy, width):
        page = world.desk.page
        page.set_viewport_size({"width": width, "height": 768})
        SHOTS.mkdir(parents=True, exist_ok=True)
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            world.desk.open_sheet(world.filings[policy], "project-1")
            page.wait_for_timeout(200)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(CUT) == []
            violations = Axe().run(page).response["violations"]
            assert [f"{item['id']}: {item['nodes'][0]['html'][:160]}" for item in violations] == []
            page.screenshot(path=SHOTS / f"{policy}-{width}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1366, "height": 768})

    def test_the_exported_document_shows_the_form_and_is_recognised_under_its_policy(self, world, policy, tmp_path):
        desk = world.desk
        desk.go(f"/filings/{world.filings[policy]}/check")
        with desk.page.expect_download() as waiting:
            desk.page.get_by_role("link", name="导出自评报告").click()
        path = SHOTS / f"{policy}.docx"
        waiting.value.save_as(path)
        texts = [bare(text) for table in paper.tables(path) for row in table for text in row]
        for words in REGIONS[policy][5]:
            assert bare(words) in texts, words
        assert len(docx.Document(path).tables) >= 1
        done = subprocess.run([binary(), "audit", str(path), "--format", "json"], capture_output=True, text=True)
        report = json.loads(done.stdout)
        assert policy in json.dumps(report, ensure_ascii=False)


def test_a_text_outside_the_list_is_refused_with_the_list_and_nothing_is_lost(world):
    filing = world.filings["hubei-2024-project"]
    desk = world.desk
    desk.open_sheet(filing, "project-1")
    changes = {"changes": [{"cell": "project-1/project/category", "text": "县级专项"},
                           {"cell": "project-1/deviation/text", "text": "汛期推迟两次。"}]}
    status, text = desk.send(f"/filings/{filing}/cells", json.dumps(changes), {
        "Content-Type": "application/json", "X-CSRF-Token": desk.token()})
    desk.forgive("422")
    assert "请从列表中选择：上级专项、本级专项。" in text, (status, text)
    desk.open_sheet(filing, "project-1")
    assert desk.shown("project-1/project/category") == "本级专项"
    assert desk.shown("project-1/deviation/text") == "汛期推迟两次。"


def test_choices_work_without_scripts(browser, world):
    filing = world.filings["hubei-2024-project"]
    desk = Desk(browser, world.program.base, java_script_enabled=False)
    from desk import SECRET
    desk.sign_in("jb", SECRET)
    desk.open_sheet(filing, "project-1")
    desk.field("project-1/project/type").select_option("一次性项目")
    desk.press("保存")
    assert desk.field("project-1/project/type").input_value() == "一次性项目"
    desk.close()


def test_weights_that_do_not_add_up_stop_the_sending(world):
    filing = world.filings["hubei-2024-project"]
    desk = world.desk
    desk.open_sheet(filing, "project-1")
    goal = next(line for line in desk.lines())
    world.fill(f"{goal}/weight", "30")
    desk.saved()
    found = [item[:1] for item in desk.findings(filing)["送审前须改正"]]
    assert [["A24"], ["A24"]] == [item for item in found if item == ["A24"]]
