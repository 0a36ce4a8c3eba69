"""统计: every number equals what is worked out from the stored documents, and leads down to the cells it sums."""

import csv
import io
import re
from collections import Counter
from decimal import Decimal

import pytest
import sums
from dashboard import check_dashboard, same, table
from openpyxl import load_workbook
from test_publication import desk_of, looks


@pytest.fixture(scope="module")
def bureau(browser, program):
    desk = desk_of(browser, program, "finance", java_script_enabled=False)
    yield desk
    assert desk.faults == []
    desk.close()


@pytest.mark.parametrize("scope", ["", "&units=lead", "&units=subordinate", "&done=1", "&department=101"])
def test_every_number_of_the_dashboard_is_the_independent_sum(bureau, program, scope):
    check_dashboard(bureau, program.data, scope)


def test_stages_and_the_on_time_rate_are_counted_from_the_filings(bureau, program):
    bureau.go("/statistics")
    counts, sent = sums.stages(program.data)
    tiles = dict(reversed(re.match(r"([\d.]+%?)\s*(.+)", tile.inner_text().replace("\n", "")).groups())
                 for tile in bureau.page.locator(".statistics .tile").all())
    titles = {"未填报": "notStarted", "填报中": "drafting", "待单位审核": "unitReview", "待主管部门审核": "departmentReview",
              "待财政审核": "financeReview", "已办结": "done"}
    assert {title: int(tiles[title]) for title in titles} == {title: counts.get(name, 0) for title, name in titles.items()}
    total = sum(counts.values())
    assert int(tiles["应报"]) == total
    assert tiles[f"按时送审率（{sent}/{total}）"] == sums.rate(Decimal(sent), Decimal(total)) + "%"
    for tile in bureau.page.locator(".statistics a.tile").all():
        address, count = tile.get_attribute("href"), tile.locator(".tile-figure").inner_text()
        answer = bureau.page.request.get(program.base + address)
        assert f"共 {count} 家" in answer.text(), address


def test_frequent_findings_are_those_of_the_checks(bureau, program):
    expected, places = Counter(), Counter()
    for unit in program.units.values():
        if unit["stage"] == "notStarted":
            continue
        bureau.go(f"/filings/{unit['filing']}/check")
        found = Counter()
        for item in bureau.page.locator("section[data-check] li.finding").all():
            rule = item.get_attribute("data-key").split(":")[0]
            kind = item.get_attribute("class").split()[-1]
            found[rule, {"error": "须改正", "info": "提示"}.get(kind, "须说明")] += 1
        for key, number in found.items():
            expected[key] += 1
            places[key] += number
    bureau.go("/statistics")
    rows = table(bureau, "最常见的问题")
    assert rows
    for row in rows:
        key = (row[0].split()[0], row[1])
        assert (int(row[2]), int(row[3])) == (expected[key], places[key]), row
    assert int(rows[-1][2]) >= max([0] + [number for key, number in expected.items() if key not in
                                          [(row[0].split()[0], row[1]) for row in rows]])


def test_a_figure_leads_down_to_the_cell_and_the_parts_add_up(bureau, program):
    bureau.go("/statistics")
    bureau.page.locator("section.statistics", has_text="“三公”经费").get_by_role("row", name="公务接待").get_by_role(
        "link").nth(2).click()
    assert bureau.heading() == "基础表：公务接待，本年决算数"
    whole = Decimal(table(bureau, "各年度")[0][1])
    assert whole == sum(Decimal(row[1]) for row in table(bureau, "各部门"))
    assert whole == sum(Decimal(row[2]) for row in table(bureau, "明细"))
    assert whole == sum(filing.three_public(["reception"], "final") for filing in sums.stored(program.data))
    bureau.page.locator("section.statistics", has_text="各部门").get_by_role("link", name="201 云溪县商务局").click()
    units = table(bureau, "各单位")
    assert [row[0] for row in units] == ["云溪县商务局", "云溪县投资促进事务中心"]
    link = bureau.page.locator("section.statistics", has_text="明细").get_by_role("row", name="云溪县商务局").get_by_role("link")
    link.last.click()
    assert bureau.page.url.endswith("/sheets/base#base_reception_final")
    assert bureau.page.locator("#base_reception_final").inner_text() == "0.31"


def test_all_items_stand_in_the_sums_and_files_tell_the_same(bureau, program):
    bureau.go("/statistics")
    bureau.page.get_by_role("link", name="汇总各项数据").click()
    page = table(bureau, "基础表汇总")
    answers = {kind: bureau.page.request.get(bureau.page.get_by_role("link", name=f"导出 {kind}").get_attribute("href"))
               for kind in ("CSV", "Excel")}
    rows = list(csv.reader(io.StringIO(answers["CSV"].body().decode("utf-8-sig"))))
    assert rows[0] == ["项目", "单位", "2024年"]
    plain = [[*row[:2], row[2] if row[2] in ("", "—") else str(Decimal(row[2]).normalize() + 0)] for row in page]
    assert [[*row[:2], str(Decimal(row[2]).normalize() + 0) if row[2] else "—"] for row in rows[1:]] == plain
    sheet = load_workbook(io.BytesIO(answers["Excel"].body())).active
    kept = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for row, wanted in zip(kept, rows[1:], strict=True):
        assert row[0] == wanted[0] and (str(row[2] or "") == wanted[2] or Decimal(str(row[2])) == Decimal(wanted[2]))
    staff = next(row for row in page if row[0].endswith("本年实际在职人数"))
    assert Decimal(staff[2]) == sum(
        filing.number("base", "staff/actual") or 0 for filing in sums.stored(program.data))
    bureau.page.get_by_label("表", exact=True).select_option("自评表")
    bureau.press("查看")
    assert any(row[0] == "数量指标，得分" for row in table(bureau, "自评表汇总"))


def test_counts_lead_to_the_filings_that_they_count(bureau):
    bureau.go("/statistics")
    row = bureau.page.locator("section.statistics", has_text="得分等级").locator("tbody tr").first
    count = int(row.get_by_role("link").inner_text())
    row.get_by_role("link").click()
    assert len(table(bureau, "等级为")) == count
    bureau.page.locator("section.statistics tbody a").first.click()
    assert bureau.page.url.endswith("/score")
    bureau.go("/statistics")
    row = bureau.page.locator("section.statistics", has_text="最常见的问题").locator("tbody tr").first
    count = int(row.get_by_role("link").nth(1).inner_text())
    row.get_by_role("link").nth(1).click()
    assert len(table(bureau, "有此问题的自评")) == count


def test_a_lead_unit_sees_its_department_and_others_nothing(browser, program):
    lead = desk_of(browser, program, "sh101001")
    assert lead.go("/statistics?department=201") == 200
    assert all("商务" not in row[0] for row in table(lead, "各单位预算执行"))
    assert lead.go("/statistics/item?item=base/reception/final&department=201") == 200
    assert "商务" not in lead.page.locator("main").inner_text()
    assert lead.faults == []
    lead.close()
    unit = desk_of(browser, program, "jb101002")
    assert unit.go("/statistics") == 403 and unit.go("/statistics/files/years/csv") == 403
    unit.close()


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("path", ["", "/sums", "/item?item=self/total/executed"])
def test_it_looks_as_it_should(browser, program, width, path):
    desk = desk_of(browser, program, "finance", viewport={"width": width, "height": 900})
    desk.go(f"/statistics{path}")
    looks(desk, "statistics" + path.split("?")[0].replace("/", "-"), width)
    desk.close()


def test_rates_against_scores_are_drawn_and_the_widest_gaps_told(bureau, program):
    bureau.go("/statistics?year=2024")
    section = bureau.page.locator("section.statistics", has=bureau.page.locator("svg.scatter"))
    points = section.locator("svg.scatter circle title").all_text_contents()
    found = {}
    for filing in sums.stored(program.data):
        _, _, executed, base = filing.execution()
        score = filing.score()
        if executed is not None and base and score is not None:
            rate = int(executed * 10_000 / base) / Decimal(100)
            found[filing.code] = abs(score - rate)
    assert len(points) == len(found) > 2
    rows = table(bureau, "相差最大")
    gaps = [Decimal(row[3]) for row in rows]
    assert gaps == sorted(found.values(), reverse=True)[:10]
    assert [abs(Decimal(row[2]) - Decimal(row[1])) for row in rows] == gaps


def test_departments_stand_beside_each_other_with_their_stages(bureau, program):
    bureau.go("/statistics?year=2024")
    rows = {row[0].split()[0]: row[1:] for row in table(bureau, "进度：")}
    expected = {}
    for code, unit in program.units.items():
        counts = expected.setdefault(code[:3], [0, 0, 0])
        counts[0] += 1
        counts[1] += unit["stage"] in ("notStarted", "drafting")
        counts[2] += unit["stage"] == "done"
    assert {part: [int(number) for number in row[:3]] for part, row in rows.items()} == expected
    bureau.page.locator("section.statistics").first.get_by_role("link", name="101 云溪县教育局").click()
    assert f"共 {expected['101'][0]} 家" in bureau.page.locator(".list-count").inner_text()
