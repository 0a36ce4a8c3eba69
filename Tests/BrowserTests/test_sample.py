"""抽评: drawn by a seed that anybody can draw again, given to somebody, and what was found."""

import csv
import hashlib
import io
import re
from datetime import date, timedelta

import pytest
from test_publication import desk_of, looks

UNIT = "201001"


def rows_of(desk, path):
    answer = desk.page.request.get(desk.address + path)
    assert answer.status == 200
    return list(csv.DictReader(io.StringIO(answer.body().decode("utf-8-sig"))))


def drawn_again(rows):
    """What the seed and the ratio of the list choose, worked out by the three lines of the page."""
    seed, ratio = rows[0]["随机种子"].lstrip("'"), float(rows[0]["比例（%）"])
    departments = {}
    for row in rows:
        departments.setdefault(row["单位编码"][:3], []).append(row["单位编码"])
    chosen = set()
    for codes in departments.values():
        keys = {code: hashlib.sha256(f"{seed}-{code}".encode()).hexdigest() for code in codes}
        count = max(1, -int(-len(codes) * ratio // 100))
        chosen |= set(sorted(codes, key=keys.get)[:count])
    return chosen


@pytest.mark.journey
class TestSample:
    def test_the_bureau_draws_without_scripts(self, browser, program):
        desk = desk_of(browser, program, "finance", java_script_enabled=False)
        desk.go("/progress")
        desk.page.get_by_role("link", name="抽评", exact=True).click()
        assert desk.page.get_by_text("还没有抽取过。").count() == 1
        assert desk.page.get_by_label("每个部门抽取的比例（%）").input_value() == "15"
        desk.page.get_by_label("随机种子").fill("第一次")
        desk.press("抽取")
        assert "随机种子为 1 至 16 位的 0–9、a–f" in desk.page.locator("main").inner_text()
        desk.page.get_by_label("随机种子").fill("")
        desk.page.get_by_label("每个部门抽取的比例（%）").fill("100")
        desk.press("抽取")
        assert re.fullmatch(r"抽评：\d+ 份", desk.heading())
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    @pytest.mark.parametrize("ratio", ["15", "60"])
    def test_another_program_draws_the_same(self, browser, program, ratio):
        desk = desk_of(browser, program, "finance")
        desk.go("/tasks/1/samples")
        desk.page.get_by_label("每个部门抽取的比例（%）").fill(ratio)
        desk.press("抽取")
        path = re.search(r"/tasks/\d+/samples/\d+", desk.page.url).group(0)
        rows = rows_of(desk, f"{path}/candidates.csv")
        assert all(row["抽取时状态"] in ("待财政审核", "已办结") for row in rows)
        chosen = {row["单位编码"] for row in rows if row["是否抽中"] == "是"}
        assert chosen == drawn_again(rows) and chosen
        assert desk.page.locator("tbody th .sub").all_inner_texts() == sorted(chosen)
        assert {row["单位编码"] for row in rows_of(desk, f"{path}/progress.csv")} == chosen
        assert desk.faults == []
        desk.close()

    def test_all_draws_stay_in_the_list(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go("/tasks/1/samples")
        shares = desk.page.locator("tbody td[data-label=比例]").all_inner_texts()
        assert shares == ["60%", "15%", "100%"]
        desk.close()

    def test_filings_are_given_to_an_agency_until_a_day(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go("/tasks/1/samples")
        desk.page.locator("tbody th a").last.click()
        desk.page.wait_for_url(re.compile(r"samples/\d+$"))
        desk.press("分配")
        assert "请先勾选单位。" in desk.page.locator("main").inner_text()
        desk.page.locator("tr", has_text=UNIT).get_by_role("checkbox").check()
        desk.page.get_by_label("或者第三方机构").fill("云溪会计师事务所")
        desk.page.get_by_label("完成期限").fill((date.today() + timedelta(days=30)).isoformat())
        desk.press("分配")
        row = desk.page.locator("tr", has_text=UNIT).inner_text()
        assert "云溪会计师事务所" in row and "抽评中" in row
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "sample", width)
            desk.go("/tasks/1/samples")
            looks(desk, "samples", width)
            desk.page.locator("tbody th a").last.click()
            desk.page.wait_for_url(re.compile(r"samples/\d+$"))
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_the_unit_sees_that_it_is_looked_at_and_not_yet_the_result(self, browser, program):
        desk = desk_of(browser, program, f"sh{UNIT}")
        desk.go(f"/filings/{program.filing(UNIT)}")
        desk.page.locator(".head a.tag", has_text="抽评").click()
        desk.page.get_by_text("这份自评被抽中复核，结果出来后在这里查看。").first.wait_for()
        assert desk.page.get_by_role("button", name="保存抽评结果").count() == 0
        assert desk.go("/tasks/1/samples") == 403
        desk.forgive("403")
        assert desk.faults == []
        desk.close()

    def test_the_result_is_kept_and_the_unit_reads_it(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go(f"/filings/{program.filing(UNIT)}/samples")
        desk.press("保存抽评结果")
        assert "抽评总分应为 0 至 100 的数" in desk.page.locator(".error-summary").inner_text()
        desk.page.get_by_label("抽评总分").fill("88.5")
        desk.page.get_by_label("抽评结论").select_option(label="自评有偏差")
        desk.page.get_by_label("抽评结果", exact=True).fill("抽查凭证 30 份，其中 2 份佐证材料不足。")
        desk.press("保存抽评结果")
        for width in (1366, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            looks(desk, "filing-sample", width)
        desk.forgive("422")
        assert desk.faults == []
        desk.close()
        unit = desk_of(browser, program, f"jb{UNIT}")
        unit.go(f"/filings/{program.filing(UNIT)}/samples")
        text = unit.page.locator("main").inner_text()
        assert "88.5" in text and "自评有偏差" in text and "其中 2 份佐证材料不足" in text
        unit.go(f"/filings/{program.filing(UNIT)}/history")
        assert "登记抽评结果" in unit.page.locator("main").inner_text()
        unit.close()

    def test_the_chain_of_every_history_still_holds(self, program):
        assert "没有发现问题" in program.run("verify")

    def test_other_units_see_nothing_of_it(self, browser, program):
        desk = desk_of(browser, program, "jb101001")
        assert desk.go(f"/filings/{program.filing(UNIT)}/samples") == 404
        desk.forgive("404")
        desk.close()
