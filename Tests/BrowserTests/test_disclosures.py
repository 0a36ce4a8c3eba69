"""公开台账: who must make the self-evaluation public by when, and who has."""

import csv
import io
from datetime import datetime, timedelta, timezone

from test_bureau import launched, main
from test_publication import looks

CHINA = timezone(timedelta(hours=8))
DONE = {"201001": "云溪县商务局", "201002": "云溪县投资促进事务中心", "202001": "云溪县国际贸易促进委员会"}
# How many lines each of them takes: a number is never parted from its unit.
LINES = "words => words.map(word => word.getClientRects().length)"


def line(desk, name):
    return desk.page.locator("tbody tr", has_text=name).inner_text()


def register(desk, program, unit, **fields):
    desk.go(f"/filings/{program.filing(unit)}/publication")
    for label, value in fields.items():
        desk.page.get_by_label(label, exact=True).fill(value)
    desk.press("登记")


def test_the_bureau_sets_the_day_and_sees_who_is_late(desks, program):
    desk = desks("finance")
    task = launched(desk)
    desk.page.get_by_role("link", name="公开台账").click()
    assert desk.heading() == "公开台账" and "没有规定公开期限" in main(desk)
    yesterday = (datetime.now(CHINA).date() - timedelta(days=1)).isoformat()
    desk.page.get_by_label("最晚公开日期").fill(yesterday)
    desk.press("确定")
    assert "公开期限" in desk.page.locator(".head").inner_text()
    assert "未公开" in line(desk, DONE["201002"]) and "1 天" in line(desk, DONE["201002"])
    assert desk.go(f"/admin/tasks/{task}") == 200 and "规定公开期限" in main(desk)


def test_a_unit_tells_where_it_is_public_or_why_not(desks, program):
    desk = desks("sh201002")
    register(desk, program, "201002", 公开网址="ftp://example.cn", 公开日期="")
    desk.forgive("422")
    text = main(desk)
    assert "请填以 http:// 或 https:// 开头的完整网址。" in text and "请填公开日期。" in text
    tomorrow = (datetime.now(CHINA).date() + timedelta(days=1)).isoformat()
    register(desk, program, "201002", 公开网址="https://www.example.cn/jx/2024.html", 公开日期=tomorrow)
    desk.forgive("422")
    assert "公开日期不能在今天之后。" in main(desk)
    register(desk, program, "201002", 公开网址="https://www.example.cn/jx/2024.html", 公开日期="2025-03-20")
    assert desk.page.get_by_label("公开网址").input_value() == "https://www.example.cn/jx/2024.html"
    other = desks("sh202001")
    register(other, program, "202001", 公开网址="https://www.example.cn/a", 不公开的理由="涉密")
    other.forgive("422")
    assert "只能填一项" in main(other)
    register(other, program, "202001", 公开网址="", 不公开的理由="部分内容涉密，经保密审查不公开")
    bureau = desks("finance")
    launched(bureau)
    bureau.page.get_by_role("link", name="公开台账").click()
    row = line(bureau, DONE["201002"])
    assert "在其他网站公开" in row and "https://www.example.cn/jx/2024.html" in row and "2025年3月20日" in row
    row = line(bureau, DONE["202001"])
    assert "不公开" in row and "保密审查" in row and "天" not in row


def test_the_counts_lead_to_the_lines_and_the_file_has_all(desks, program):
    desk = desks("finance")
    launched(desk)
    desk.page.get_by_role("link", name="公开台账").click()
    tile = desk.page.locator("a.tile", has_text="未公开")
    count = int(tile.locator(".tile-figure").inner_text())
    tile.click()
    assert desk.page.locator("tbody tr").count() == count == 8
    address = desk.page.get_by_role("link", name="导出 CSV").get_attribute("href").split("?")[0]
    rows = list(csv.reader(io.StringIO(desk.page.request.get(program.base + address).body().decode("utf-8-sig"))))
    assert len(rows) == 11 and {row[2] for row in rows[1:]} == {"未公开", "在其他网站公开", "不公开"}
    for width in (1366, 390):
        desk.page.set_viewport_size({"width": width, "height": 900})
        launched(desk)
        desk.page.get_by_role("link", name="公开台账").click()
        assert desk.page.locator("tbody .whole").evaluate_all(LINES) == [1] * (2 * 10)
        looks(desk, "disclosures", width)


def test_a_lead_unit_sees_its_department_and_sets_no_day(desks, program):
    desk = desks("sh201001")
    task = launched(desk)
    desk.go(f"/tasks/{task}/disclosures")
    assert desk.page.locator("tbody tr").count() == 2
    assert desk.page.get_by_label("最晚公开日期").count() == 0
    assert desks("sh202001").go(f"/tasks/{task}/disclosures?department=201") == 200
    assert DONE["201001"] not in main(desks("sh202001"))
    assert desks("jb101002").go(f"/tasks/{task}/disclosures") == 403
    desks("jb101002").forgive("403")
