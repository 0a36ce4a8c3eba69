"""外部检查: results of audits that were made elsewhere, imported by the bureau and shown beside the unit's filing."""

import json
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import Desk
from program import binary

UNIT, NAME = "201001", "云溪县商务局"


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """What the offline program says of two reports, one a line."""
    folder = tmp_path_factory.mktemp("audit")
    for name, unit in [("商务局.txt", NAME), ("别处.txt", "青禾县文旅局")]:
        (folder / name).write_text(
            f"{unit}2024年度部门整体支出绩效自评报告\n一、基本情况\n{unit}本年共支出××万元。\n")
    program = Path(binary()).with_name("jiheng-audit")
    made = subprocess.run([program, "--format", "json", "--fail-on", "never", "商务局.txt", "别处.txt"],
                          cwd=folder, capture_output=True, text=True, check=True)
    (folder / "all.json").write_text(made.stdout)
    (folder / "one.json").write_text(made.stdout.splitlines()[0])
    return folder


def command(program, *arguments):
    return subprocess.run([binary(), "import", "findings", *arguments, "--data", program.data],
                          capture_output=True, text=True)


def desk_of(browser, program, account, **options):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900}, **options)
    program.sign_in(desk.page, account)
    return desk


@pytest.mark.journey
class TestImportedAudits:
    def test_the_command_places_results_by_year_and_unit_and_says_which_it_cannot(self, program, results):
        assert "没有绩效经办的账号“jb201001”" in command(program, results / "all.json", "--by", "jb201001").stderr
        done = command(program, results / "all.json", "--by", "finance")
        assert done.returncode == 1 and f"商务局.txt → {NAME}" in done.stdout
        assert "别处.txt：没有名称为“青禾县文旅局”的单位" in done.stdout and "已导入 1 份" in done.stdout

    def test_the_bureau_sees_what_was_found_and_with_what(self, browser, program, results):
        desk = desk_of(browser, program, "finance")
        desk.go(f"/filings/{program.filing(UNIT)}/check")
        desk.page.get_by_role("link", name="外部检查").click()
        section = desk.page.locator("section.imported")
        text = section.inner_text()
        made = json.loads((results / "one.json").read_text())
        assert section.count() == 1 and "商务局.txt 在别处检查" in text
        assert f"jiheng {made['madeWith']['version']} 检查" in text and "与本系统的制度一致" in text
        assert section.locator("li.finding").count() == len(made["findings"])
        assert section.locator("a[href='/rules/T01']").count() >= 1
        assert Axe().run(desk.page).violations_count == 0
        assert desk.faults == []
        desk.close()

    def test_the_same_result_twice_is_one_and_it_can_be_taken_away(self, browser, program, results):
        desk = desk_of(browser, program, "finance", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(UNIT)}/audits")
        desk.page.get_by_label("文件", exact=True).set_input_files(results / "one.json")
        desk.press("导入")
        assert desk.page.locator("section.imported").count() == 1
        desk.press("删除此结果")
        assert desk.page.locator("section.imported").count() == 0
        assert desk.page.get_by_text("还没有在别处检查的结果。").count() == 1
        desk.close()

    def test_a_result_of_another_unit_or_policy_says_so(self, browser, program, results):
        made = json.loads((results / "all.json").read_text().splitlines()[1])
        made["madeWith"]["policies"][0]["hash"] = "0" * 64
        made["findings"][0]["title"] = "<b>不是标记</b>"
        (results / "other.json").write_text(json.dumps(made))
        desk = desk_of(browser, program, "finance")
        desk.go(f"/filings/{program.filing(UNIT)}/audits")
        desk.page.get_by_label("文件", exact=True).set_input_files(results / "other.json")
        desk.press("导入")
        text = desk.page.locator("section.imported").inner_text()
        assert "报告自称的单位是“青禾县文旅局”" in text and "内容不同" in text and "<b>不是标记</b>" in text
        desk.close()

    def test_what_is_no_result_is_refused_at_the_field(self, browser, program, results):
        (results / "wrong.json").write_text('{"a": 1}')
        desk = desk_of(browser, program, "finance", java_script_enabled=False)
        for name, words in [("wrong.json", "不是报告检查的结果"), ("all.json", "请用 jiheng import findings")]:
            desk.go(f"/filings/{program.filing(UNIT)}/audits")
            desk.page.get_by_label("文件", exact=True).set_input_files(results / name)
            desk.press("导入")
            assert words in desk.page.locator(".error-summary").inner_text()
        desk.close()

    def test_units_do_not_see_the_bureaus_papers(self, browser, program):
        desk = desk_of(browser, program, f"jb{UNIT}")
        assert desk.go(f"/filings/{program.filing(UNIT)}/audits") == 404
        desk.go(f"/filings/{program.filing(UNIT)}/check")
        assert desk.page.get_by_role("link", name="外部检查").count() == 0
        desk.close()
