"""结果: scores, grades and flags of a task, filtered, sorted and taken away."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook
from test_publication import desk_of, looks


def scores(desk):
    return [float(text) for text in desk.page.locator("td[data-label=自评得分]").all_inner_texts() if text != "—"]


@pytest.mark.journey
class TestResults:
    def test_what_was_sent_is_ranked_by_its_score(self, browser, program):
        desk = desk_of(browser, program, "finance", java_script_enabled=False)
        desk.go("/progress")
        desk.page.get_by_role("link", name="结果", exact=True).click()
        found = scores(desk)
        assert found == sorted(found, reverse=True) and len(found) >= 4
        ranks = [int(text) for text in desk.page.locator("td[data-label=名次]").all_inner_texts()]
        assert ranks == [1 + sum(other > score for other in found) for score in found]
        # Whoever is still filling in has no result.
        assert "云溪县文化旅游广电体育局" not in desk.page.locator("tbody").last.inner_text()
        assert desk.page.get_by_text("的结果还没有计算").count() == 0
        stages = lambda: set(desk.page.locator("td[data-label=状态]").all_inner_texts())
        assert len(stages()) > 1
        desk.page.get_by_label("状态").select_option(label="已办结的")
        desk.press("筛选")
        assert stages() == {"已办结"} and scores(desk) == sorted(scores(desk), reverse=True)
        assert desk.faults == []
        desk.close()

    def test_grades_are_counted_and_lead_to_their_filings(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go("/tasks/1/results")
        counts = {row.locator("th").inner_text(): int(row.locator("td").first.inner_text().split("（")[0])
                  for row in desk.page.locator("table.bars tbody tr").all()}
        grades = [text.split("\n")[0] for text in desk.page.locator("td[data-label=等级]").all_inner_texts()]
        assert {grade: count for grade, count in counts.items() if count} == {
            grade: grades.count(grade) for grade in set(grades)}
        best = max(counts, key=counts.get)
        desk.page.locator("table.bars").get_by_role("link", name=best, exact=True).click()
        desk.page.wait_for_url(re.compile("grade="))
        assert set(text.split("\n")[0] for text in
                   desk.page.locator("td[data-label=等级]").all_inner_texts()) == {best}
        assert "优先保障" in desk.page.locator("table.bars").inner_text()
        assert desk.faults == []
        desk.close()

    def test_a_large_gap_after_the_review_is_flagged_and_leads_to_the_cell(self, browser, program):
        desk = desk_of(browser, program, "finance")
        filing = program.filing("201001")
        desk.go(f"/filings/{filing}/review")
        row = desk.page.locator("table.review tbody tr").nth(1)
        row.locator("input.number").fill("0")
        row.locator("textarea").fill("没有佐证材料。")
        second = desk.page.locator("table.review tbody tr").nth(2)
        second.locator("input.number").fill("0")
        second.locator("textarea").fill("没有佐证材料。")
        desk.press("保存核查")
        desk.go("/tasks/1/results?flag=scoreGap")
        assert desk.page.locator("table.list tbody th a").last.inner_text() == "云溪县商务局"
        with desk.page.expect_navigation():
            desk.page.locator(".flag-list a", has_text="核查分相差大").click()
        assert re.search(rf"/filings/{filing}/sheets/\w+#", desk.page.url)
        assert desk.page.locator(f"[id='{desk.page.url.split('#')[1]}']").count() == 1
        assert desk.faults == []
        desk.close()

    def test_the_list_is_taken_away_as_csv_and_workbook(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go("/tasks/1/results?sort=unit")
        shown = desk.page.locator("table.list tbody th .sub").all_inner_texts()
        lines = list(csv.reader(io.StringIO(
            desk.page.request.get(f"{program.base}/tasks/1/results/csv?sort=unit").body().decode("utf-8-sig"))))
        assert [line[1] for line in lines[1:]] == shown == sorted(shown)
        book = load_workbook(io.BytesIO(desk.page.request.get(f"{program.base}/tasks/1/results/xlsx").body()))
        rows = list(book.active.iter_rows(values_only=True))
        assert rows[0][:4] == ("名次", "单位编码", "单位名称", "状态") and len(rows) == len(lines)
        assert sorted((row[4] for row in rows[1:]), reverse=True) == [row[4] for row in rows[1:]]
        assert desk.faults == []
        desk.close()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_the_page_fits_and_is_accessible(self, browser, program, scheme):
        for width in (1366, 390):
            desk = desk_of(browser, program, "finance", viewport={"width": width, "height": 900}, color_scheme=scheme)
            desk.go("/tasks/1/results")
            looks(desk, f"results-{scheme}", width)
            assert desk.faults == []
            desk.close()

    def test_units_do_not_see_it(self, browser, program):
        for account in ("jb201001", "sh201001", "admin"):
            desk = desk_of(browser, program, account)
            for path in ("results", "results/csv", "samples"):
                assert desk.go(f"/tasks/1/{path}") == 403, (account, path)
            desk.forgive("403")
            desk.close()
