"""公开: a unit's reviewer makes a finished self-evaluation public; everybody reads it without sign-in."""

import csv
import io
import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import Desk
from docx import Document
from pypdf import PdfReader
from test_pages import CUT, SHOTS

UNIT, NAME, REASON = "201001", "云溪县商务局", "数据需要核实"


def desk_of(browser, program, account=None, **options):
    desk = Desk(browser, program.base, **{"viewport": {"width": 1366, "height": 900}, **options})
    if account:
        program.sign_in(desk.page, account)
    return desk


def looks(desk, name, width):
    page = desk.page
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert page.evaluate(CUT) == [], name
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
    violations = Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"][:160]) for item in violations] == [], name


@pytest.mark.journey
class TestPublication:
    def test_nothing_is_public_at_first_and_strangers_are_told_so(self, browser, program):
        desk = desk_of(browser, program)
        assert desk.go("/public") == 200
        assert desk.page.get_by_text("没有符合条件的公开信息。").count() == 1
        assert desk.go(f"/public/{program.filing(UNIT)}") == 404
        desk.forgive("404")
        desk.close()

    def test_the_handler_has_no_part_in_it(self, browser, program):
        desk = desk_of(browser, program, f"jb{UNIT}")
        desk.go(f"/filings/{program.filing(UNIT)}/check")
        assert desk.page.get_by_role("link", name="公开", exact=True).count() == 0
        assert desk.go(f"/filings/{program.filing(UNIT)}/publication") == 403
        desk.forgive("403")
        desk.close()

    def test_the_reviewer_publishes_without_scripts(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}", java_script_enabled=False)
        desk.go(f"/filings/{program.filing(UNIT)}/check")
        desk.page.get_by_role("link", name="公开", exact=True).click()
        assert desk.page.get_by_text("还没有公开。").count() == 1
        desk.publish("公开")
        assert desk.page.get_by_text("第 1 版于").count() == 1
        assert desk.faults == []
        desk.close()

    def test_everybody_finds_reads_and_downloads_it(self, browser, program):
        desk = desk_of(browser, program)
        desk.go("/public?q=商务")
        desk.page.get_by_role("link", name=NAME).click()
        text = desk.page.locator("main").inner_text()
        assert "第 1 版" in text and "716.83" in text and "部门整体支出绩效" in text
        assert desk.page.locator("main input, main textarea, main form").count() == 0
        path = f"{program.base}/public/{program.filing(UNIT)}/1"
        word = desk.page.request.get(f"{path}/docx")
        assert word.status == 200 and "max-age" in word.headers["cache-control"]
        cells = [cell.text for table in Document(io.BytesIO(word.body())).tables
                 for row in table.rows for cell in row.cells]
        assert "716.83" in cells
        data = json.loads(desk.page.request.get(f"{path}/json").body())
        assert data["unit"]["code"] == UNIT and len(data["sheets"]) >= 3
        pages = PdfReader(io.BytesIO(desk.page.request.get(f"{path}/pdf").body()))
        assert "716.83" in "".join(page.extract_text() for page in pages.pages)
        table = desk.page.request.get(f"{path}/csv")
        assert table.headers["content-type"].startswith("text/csv")
        rows = list(csv.reader(io.StringIO(table.body().decode("utf-8-sig"))))
        assert rows[0] == ["表", "位置", "名称", "内容", "数值", "计量单位"]
        assert ["716.83", "万元"] in [[row[3], row[5]] for row in rows if row[1] == "self/total/executed"]
        again = desk.page.request.get(f"{path}/docx", headers={"If-None-Match": word.headers["etag"]})
        assert again.status == 304
        for shown in (f"{program.base}/public", f"{program.base}/public/{program.filing(UNIT)}"):
            headers = desk.page.request.get(shown).headers
            assert headers["cache-control"] == "public, max-age=60" and headers["vary"] == "Cookie"
        assert desk.page.request.get(f"{program.base}/robots.txt").text().startswith("User-agent: *\nAllow: /public")
        assert desk.faults == []
        desk.close()

    def test_a_correction_says_what_it_corrects_and_the_first_version_stays(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}")
        desk.go(f"/filings/{program.filing(UNIT)}/publication")
        desk.publish("公开新版本")
        assert desk.page.get_by_text("这是更正，请写明更正了什么。").count() >= 1
        desk.page.get_by_label("更正说明").fill("补充项目说明")
        desk.publish("公开新版本")
        desk.page.get_by_role("link", name="查看公开页面").click()
        assert desk.page.request.get(desk.page.url).headers["cache-control"] == "no-store"
        text = desk.page.locator("main").inner_text()
        assert "第 2 版" in text and "补充项目说明" in text
        assert desk.go(f"/public/{program.filing(UNIT)}/1") == 200
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_its_pages_fit_and_are_accessible(self, browser, program, scheme):
        for width in (1366, 390):
            stranger = desk_of(browser, program, viewport={"width": width, "height": 900}, color_scheme=scheme)
            stranger.go("/public")
            looks(stranger, f"public-{scheme}", width)
            stranger.go(f"/public/{program.filing(UNIT)}")
            looks(stranger, f"public-filing-{scheme}", width)
            stranger.close()
            desk = desk_of(browser, program, f"sh{UNIT}", viewport={"width": width, "height": 900}, color_scheme=scheme)
            desk.go(f"/filings/{program.filing(UNIT)}/publication")
            looks(desk, f"publication-{scheme}", width)
            desk.close()

    def test_what_is_withdrawn_is_public_no_more_and_says_why(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}")
        filing = program.filing(UNIT)
        for number in (2, 1):
            desk.go(f"/filings/{filing}/publication")
            section = desk.page.locator("section.panel", has_text=f"第 {number} 版")
            section.get_by_label("撤回的原因").fill(REASON)
            desk.press("撤回", within=section)
        desk.go(f"/public/{filing}")
        text = desk.page.locator("main").inner_text()
        assert REASON in text and "716.83" not in text
        assert desk.page.request.get(f"{program.base}/public/{filing}/1/docx").status == 404
        assert desk.faults == []
        desk.close()
