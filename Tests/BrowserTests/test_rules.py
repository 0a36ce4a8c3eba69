"""规则: every check is explained on a page of its own, found by group and by search, and linked from every finding."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import Desk
from test_pages import CUT, SHOTS


@pytest.fixture(scope="module")
def desk(browser, program):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    yield desk
    assert desk.faults == []
    desk.close()


def codes(desk):
    return [path.rsplit("/", 1)[1] for path in desk.page.locator("table.rules a").evaluate_all(
        "links => links.map(link => link.pathname)")]


def test_every_rule_has_a_page_with_its_method_source_and_examples(desk):
    assert desk.go("/rules") == 200
    all_codes = codes(desk)
    assert len(all_codes) > 100 and len(set(all_codes)) == len(all_codes)
    for code in all_codes:
        assert desk.go(f"/rules/{code}") == 200, code
        headings = desk.page.locator("h2").all_inner_texts()
        wanted = ["为什么", "公式"] if code.startswith("L") else ["为什么", "怎样核对", "怎样处理", "依据", "示例"]
        assert [heading for heading in wanted if heading not in headings] == [], code
        if not code.startswith("L"):
            assert desk.page.locator(".example").count() >= 3, code
            assert desk.page.locator(".example mark, .example-findings li").count() > 0, code


def test_groups_lead_to_their_rules_and_a_search_narrows_them(desk):
    desk.go("/rules")
    desk.page.get_by_role("navigation", name="组").get_by_role("link", name=re.compile("^模板残留")).click()
    assert desk.page.url.endswith("#group-T")
    desk.page.get_by_label("找规则").fill("占位符")
    desk.press("查找")
    found = codes(desk)
    assert "T01" in found and len(found) < 20
    desk.page.get_by_label("找规则").fill("没有这样的词")
    desk.press("查找")
    assert codes(desk) == [] and desk.page.get_by_role("link", name="看全部规则").count() == 1


def test_marked_places_stand_in_the_example(desk):
    desk.go("/rules/T01")
    assert "××" in desk.page.locator(".example mark").all_inner_texts()
    desk.page.get_by_role("navigation", name="前后的规则").get_by_role("link").first.click()
    assert desk.page.url.rsplit("/", 1)[1] != "T01"


def test_every_finding_of_a_filing_leads_to_its_rule(browser, program):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    program.sign_in(desk.page, "jb101003")
    filing = program.filing("101003")
    desk.open_sheet(filing, "base")
    desk.type("base/staff/actual", "999")
    desk.saved()
    for address in ("sheets/base", "check"):
        desk.go(f"/filings/{filing}/{address}")
        findings = desk.page.locator("li.finding")
        assert findings.count() > 0, address
        for finding in findings.all():
            path = finding.locator("a[href^='/rules/']").first.get_attribute("href")
            assert desk.page.request.get(program.base + path).status == 200, path
    assert desk.faults == []
    desk.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_fit_and_are_accessible_without_sign_in(browser, program, scheme):
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width in (1366, 390):
        desk = Desk(browser, program.base, viewport={"width": width, "height": 900}, color_scheme=scheme)
        for address in ("/rules", "/rules/T01", "/rules/A20", "/rules/D01"):
            assert desk.go(address) == 200
            page = desk.page
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
            assert page.evaluate(CUT) == [], address
            page.screenshot(path=SHOTS / f"rules{address.replace('/', '-')}-{scheme}-{width}.png")
            violations = Axe().run(page).response["violations"]
            assert [(item["id"], item["nodes"][0]["html"][:160]) for item in violations] == [], f"{address} {width}"
        desk.close()
