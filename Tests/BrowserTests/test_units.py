"""The life of units: renamed, merged and closed, with what stands against it; filings keep the name of their year."""

import re


def main(desk):
    return desk.page.locator("main").inner_text()


def form(desk, step):
    return desk.page.locator(f"#step-{step}")


def fill(desk, step, **fields):
    for name, text in {"day": "2025-01-10", "reason": "机构改革", **fields}.items():
        desk.page.locator(f'[id="{name}-{step}"]').fill(text)


def test_a_renamed_unit_keeps_its_old_name_in_filings_of_earlier_years(desks, program):
    desk = desks("admin")
    desk.go("/admin/units")
    desk.page.get_by_role("link", name="云溪县商务局", exact=True).click()
    desk.page.wait_for_url(re.compile("/admin/units/201001"))
    fill(desk, "rename", name="", day="")
    desk.press("登记更名")
    desk.forgive("422")
    assert "请填单位名称" in main(desk)
    fill(desk, "rename", name="云溪县商务和粮食局", document="云编〔2025〕1号")
    desk.press("登记更名")
    assert desk.heading() == "云溪县商务和粮食局"
    assert "“云溪县商务局”改为“云溪县商务和粮食局”" in desk.page.locator(".timeline").inner_text()
    assert "云编〔2025〕1号" in desk.page.locator(".timeline").inner_text()
    bureau = desks("finance")
    filing = program.filing("201001")
    for path in [f"/filings/{filing}/check", "/query?q=商务"]:
        bureau.go(path)
        assert "云溪县商务局" in main(bureau) and "商务和粮食局" not in main(bureau)
    with bureau.page.expect_download() as download:
        bureau.page.evaluate(f"() => {{ location.href = '/filings/{filing}/export/json' }}")
    assert "云溪县商务局" in open(download.value.path(), encoding="utf-8").read()


def test_what_stands_against_a_closing_is_listed(desks):
    desk = desks("admin")
    desk.go("/admin/units/201001")
    assert "还有 " in form(desk, "close").inner_text()
    fill(desk, "close")
    desk.press("登记撤销")
    desk.forgive("409")
    assert re.search(r"还有 \d+ 家所属单位没有撤销或并入其他单位：201002", desk.page.locator(".error-summary").inner_text())
    assert desk.page.locator('[id="reason-close"]').input_value() == "机构改革"


def test_a_unit_is_merged_into_another_and_taken_back(desks):
    desk = desks("admin")
    desk.go("/admin/units")
    for label, text in [("编码", "888001"), ("名称", "云溪县试办局")]:
        desk.page.get_by_label(label, exact=True).fill(text)
    desk.press("新增")
    desk.go("/admin/units/888001")
    fill(desk, "close", into="999999")
    desk.press("登记撤销")
    desk.forgive("422")
    assert "没有编码为 999999 的单位。" in main(desk)
    fill(desk, "close", into="201001")
    desk.press("登记撤销")
    assert "已于2025年1月10日撤销" in main(desk)
    assert desk.page.locator("#step-rename").count() == 0
    desk.go("/admin/units/201001")
    assert "并入了其他单位 888001 云溪县试办局" in re.sub(r"\s+", " ", desk.page.locator(".timeline").inner_text())
    desk.go("/admin/units/888001")
    desk.page.locator('[id="reason-restore"]').fill("登记有误")
    desk.press("登记恢复")
    assert desk.page.locator("#step-close").count() == 1 and "恢复" in desk.page.locator(".timeline").inner_text()


def test_the_page_works_on_a_telephone(browser, program, desks):
    desk = desks("admin")
    desk.page.set_viewport_size({"width": 390, "height": 844})
    for path in ["/admin/units", "/admin/units/201001", "/admin/log", "/admin/separation"]:
        desk.go(path)
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    desk.page.set_viewport_size({"width": 1366, "height": 900})
