"""制度: read as people read it, changed by new versions, compared, and kept for the tasks that were launched under it."""

import hashlib
import re

import pytest
from test_publication import desk_of, looks

POLICY, TITLE = "hunan-2024-department", "湖南省县级2024年度部门整体支出绩效自评"


def main(desk):
    return desk.page.locator("main").inner_text()


def opened(desk, title=TITLE):
    desk.go("/admin/policies")
    desk.page.get_by_role("link", name=title, exact=True).click()
    desk.page.wait_for_url(re.compile(r"/admin/policies/[0-9a-f]{64}$"))


def text(desk):
    return desk.page.get_by_label("文本（YAML）")


def editor(desk, link="修改（发布新版本）"):
    opened(desk)
    desk.page.get_by_role("link", name=link).click()
    desk.page.wait_for_url(re.compile("/edit"))


def replaced(desk, was, now):
    before = text(desk).input_value()
    assert was in before
    text(desk).fill(before.replace(was, now, 1))


@pytest.mark.journey
class TestPolicies:
    def test_the_bureau_reads_policies_and_cannot_change_them(self, browser, program):
        desk = desk_of(browser, program, "finance")
        desk.go("/admin/policies")
        assert f"{TITLE}" in main(desk) and "随程序" in main(desk)
        assert "2024年度部门整体支出绩效自评 第 1 版" in re.sub(r"\s+", " ", main(desk))
        opened(desk)
        said = main(desk)
        for words in ["基础数据表", "一级指标", "优秀", "报告提纲", "主管部门", "依据：", "自动计算"]:
            assert words in said, words
        assert desk.page.get_by_role("link", name="修改（发布新版本）").count() == 0
        file = desk.page.request.get(desk.page.url + "/text").body()
        assert hashlib.sha256(file).hexdigest() == desk.page.url.rsplit("/", 1)[1]
        assert desk.page.locator("#line-12").count() == 1
        assert desk.go(desk.page.url.replace(program.base, "") + "/edit") == 403
        desk.forgive("403")
        assert desk.faults == []
        desk.close()

    def test_units_do_not_see_them(self, browser, program):
        desk = desk_of(browser, program, "jb201001")
        assert desk.go("/admin/policies") == 403
        desk.forgive("403")
        desk.close()

    def test_faults_stand_at_their_lines_without_scripts_and_nothing_is_lost(self, browser, program):
        desk = desk_of(browser, program, "admin", java_script_enabled=False)
        editor(desk)
        assert "\nversion: 2\n" in text(desk).input_value()
        replaced(desk, "object: department", "object: departmen")
        replaced(desk, "points: 10\n", "points: zehn\n")
        desk.page.get_by_label("勘误说明").fill("试一试。")
        for button in ["检查", "发布", "预览"]:
            desk.page.locator(f"button:not(.visually-hidden):text-is('{button}')").click()
            faults = desk.page.locator(".fault-list li")
            assert faults.count() >= 2 and "第 9 行" in faults.first.inner_text(), button
            assert "object: departmen" in faults.first.inner_text()
            assert "object: departmen\n" in text(desk).input_value()
            assert desk.page.get_by_label("勘误说明").input_value() == "试一试。"
            assert desk.page.locator("#line-9 .line-fault").count() == 1
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_an_erratum_is_previewed_published_and_compared(self, browser, program):
        desk = desk_of(browser, program, "admin")
        editor(desk)
        assert desk.page.locator(".policy-gutter span").count() == text(desk).input_value().count("\n") + 1
        replaced(desk, "reasonBelow: 100", "reasonBelow: 95")
        desk.page.locator("button:text-is('预览')").last.click()
        desk.page.get_by_role("heading", name="预览").wait_for()
        assert "与第 1 版的差异 2 处" in main(desk) and "低于 95% 时" in main(desk)
        assert desk.page.locator(".policy-preview table.sheet").count() >= 2
        for width in (1366, 1440, 390):
            desk.page.set_viewport_size({"width": width, "height": 844})
            looks(desk, "policy-preview", width)
        desk.page.set_viewport_size({"width": 1366, "height": 900})
        desk.page.locator("button:text-is('发布')").click()
        desk.page.get_by_text("请写明改了什么").first.wait_for()
        assert "reasonBelow: 95" in text(desk).input_value()
        desk.page.get_by_label("勘误说明").fill("执行率低于95%才须说明原因，依据通知第三条。")
        desk.page.locator("button:text-is('发布')").click()
        desk.page.wait_for_url(re.compile(r"/admin/policies/[0-9a-f]{64}$"))
        said = main(desk)
        assert "第 2 版" in said and "依据通知第三条" in said and "本地发布" in said
        desk.page.get_by_role("link", name="与前一版对照").click()
        desk.page.get_by_role("heading", name="内容的差异").wait_for()
        table = re.sub(r"\s+", " ", desk.page.get_by_role("region", name="内容的差异").inner_text())
        assert "评分 › 执行率须说明原因 低于 100% 时 低于 95% 时" in table
        desk.page.locator(".line-difference summary").click()
        assert desk.page.locator("tr.removed").count() == 2 and desk.page.locator("tr.added").count() == 2
        for width in (1366, 1440, 390):
            desk.page.set_viewport_size({"width": width, "height": 844})
            looks(desk, "policy-comparison", width)
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_a_launched_task_keeps_its_version_and_a_new_one_takes_the_newest(self, browser, program):
        desk = desk_of(browser, program, "admin")
        desk.go("/admin/tasks")
        desk.page.locator("table").get_by_role("link").first.click()
        assert re.search(f"{TITLE} 第 1 版", main(desk))
        data = desk.page.request.get(f"{program.base}/filings/{program.filing('201001')}/export/json")
        if data.status == 200:
            assert [policy["version"] for policy in data.json()["policies"]] == [1, 1]
        desk.go("/admin/tasks")
        for label, words in [("任务名称", "2024年度补报"), ("年度", "2024"), ("截止日期", "2030-03-31"),
                             ("单位编码（不填为全部单位）", "201002")]:
            desk.page.get_by_label(label, exact=True).fill(words)
        desk.page.get_by_label(TITLE).check()
        desk.page.get_by_role("button", name="下达").click()
        desk.page.get_by_role("link", name="2024年度补报").click()
        assert re.search(f"{TITLE} 第 2 版", main(desk))
        opened(desk)
        assert "2024年度补报" in desk.page.locator(".facts").first.inner_text()
        assert desk.faults == []
        desk.close()
        assert program.run("verify").strip().endswith("没有发现问题。")

    def test_a_new_policy_comes_from_a_file(self, browser, program):
        desk = desk_of(browser, program, "admin")
        editor(desk, "以此另立新制度")
        words = text(desk).input_value().replace("year: 2024", "year: 2025").replace("县级2024年度部门", "县级2025年度部门", 2)
        desk.page.get_by_label("YAML 文件").set_input_files(
            {"name": "hunan-2025-department.yaml", "mimeType": "application/yaml", "buffer": words.encode()})
        desk.press("载入并检查")
        assert "检查完毕，没有错误。" in main(desk)
        assert desk.page.get_by_label("制度代号").input_value() == "hunan-2025-department"
        desk.page.get_by_label("说明", exact=True).fill("2025年度沿用2024年度的办法。")
        desk.page.locator("button:text-is('发布')").click()
        desk.page.wait_for_url(re.compile(r"/admin/policies/[0-9a-f]{64}$"))
        assert "湖南省县级2025年度部门整体支出绩效自评" in desk.heading()
        desk.go("/admin/tasks")
        assert desk.page.get_by_label("湖南省县级2025年度部门整体支出绩效自评").count() == 1
        assert desk.faults == []
        desk.close()

    def test_a_text_that_was_not_published_is_offered_again(self, browser, program):
        desk = desk_of(browser, program, "admin")
        editor(desk)
        replaced(desk, "title: 湖南省", "title: 示例·湖南省")
        desk.page.get_by_text("还没有发布的文本已存在本浏览器中。").wait_for()
        desk.go("/admin/policies")
        editor(desk)
        assert "示例·湖南省" not in text(desk).input_value()
        desk.page.get_by_role("button", name="恢复").click()
        assert "title: 示例·湖南省" in text(desk).input_value()
        assert desk.faults == []
        desk.close()

    def test_a_fault_leads_to_its_line_in_the_field(self, browser, program):
        desk = desk_of(browser, program, "admin")
        editor(desk)
        replaced(desk, "object: department", "object: departmen")
        desk.page.locator("button:not(.visually-hidden):text-is('检查')").click()
        desk.page.locator(".fault-list a").first.click()
        chosen = desk.page.evaluate(
            "(field => field.value.slice(field.selectionStart, field.selectionEnd))(document.activeElement)")
        assert chosen == "object: departmen"
        assert desk.page.locator(".policy-gutter .faulty").inner_text().strip() == "9"
        for width in (1366, 1440, 390):
            desk.page.set_viewport_size({"width": width, "height": 844})
            looks(desk, "policy-editor", width)
        desk.forgive("422")
        assert desk.faults == []
        desk.close()

    def test_the_pages_stand_on_every_screen(self, browser, program):
        for scheme in ("light", "dark"):
            desk = desk_of(browser, program, "admin", color_scheme=scheme)
            for width in (1366, 1440, 390):
                desk.page.set_viewport_size({"width": width, "height": 844})
                desk.go("/admin/policies")
                looks(desk, f"policies-{scheme}", width)
                opened(desk)
                looks(desk, f"policy-{scheme}", width)
            assert desk.faults == []
            desk.close()

    def test_the_log_tells_who_published_what(self, browser, program):
        desk = desk_of(browser, program, "admin")
        desk.go("/admin/log?group=policies")
        assert "发布制度" in main(desk) and POLICY in main(desk) and "制度随程序更新" in main(desk)
        desk.go("/admin/log/check")
        assert "没有发现改动" in main(desk)
        desk.close()
