"""Chapters 5 to 7 as those walk them who review, mark and publish."""

import re
import sqlite3
from pathlib import Path

from manual_unit import UNIT, Unit
from test_assessment import notice

LEAD, CITY = "201001", "2024年度市级自评"


class Review(Unit):
    def test_the_handler_sends_it(self, camera, program, desks):
        desk = desks(f"jb{UNIT}", program)
        filing = program.filing(UNIT)
        desk.open_sheet(filing, "base")
        desk.type("base/meetingsAndTraining/budget", self.kept["base/meetingsAndTraining/budget"])
        desk.type("base/reception/final", self.kept["base/reception/final"])
        desk.saved()
        desk.open_sheet(filing, "report")
        desk.type("report/problems/text", "（一）用款进度前低后高，原因是项目招标较晚。（二）部分指标的佐证材料不够完整。")
        desk.saved()
        for _, _, _, key in desk.findings(filing).get("送审前须说明", []):
            desk.explain(filing, key, "已核对原始凭证，数据属实，原因见自评报告。")
        camera.see(desk.page, 4)
        desk.press("保存并送本单位审核")
        camera.see(desk.page, 4, 5)

    def test_the_reviewer_returns_it(self, camera, program, desks):
        desk = desks(f"sh{UNIT}", program)
        page = desk.page
        desk.go("/reviews")
        camera.see(page, 5)
        page.get_by_role("link", name="复核", exact=True).click()
        page.locator(".editor.readonly").wait_for()
        page.locator('td[data-cell="base/reception/final"]').click()
        camera.see(page, 5)
        desk.go(f"/filings/{program.filing(UNIT)}/check")
        page.locator("summary", has_text="退回修改").click()
        page.get_by_label("退回原因").fill("请补充群众知晓率的调查方法和样本数，接待费以决算为准。")
        camera.shoot(page, "return", 5, height=760)
        desk.press("退回")
        camera.see(page, 5)

    def test_the_handler_corrects_and_the_reviewer_sees_what_changed(self, camera, program, desks):
        handler, reviewer = desks(f"jb{UNIT}", program), desks(f"sh{UNIT}", program)
        filing = program.filing(UNIT)
        handler.go("/")
        camera.see(handler.page, 5)
        handler.open_sheet(filing, "report")
        text = handler.field("report/problems/text").input_value()
        handler.type("report/problems/text", text + "（三）知晓率调查只在县城开展，共发放问卷200份。")
        handler.saved()
        handler.go(f"/filings/{filing}/check")
        camera.see(handler.page, 5)
        handler.press("保存并送本单位审核")
        reviewer.go(f"/filings/{filing}/history")
        camera.see(reviewer.page, 5)
        reviewer.page.get_by_role("link", name="查看最近一次退回后的变化").click()
        reviewer.page.locator("table.diff").wait_for()
        camera.shoot(reviewer.page, "changes", 5, height=560)
        reviewer.go(f"/filings/{filing}/check")
        reviewer.press("审核通过，送财政审核")
        camera.see(reviewer.page, 5)

    def test_the_department_reviews_its_units(self, camera, program, desks):
        desk = desks("sh101001", program)
        desk.go("/")
        camera.see(desk.page, 5)
        desk.go("/reviews")
        camera.see(desk.page, 5)
        desk.go(f"/filings/{program.filing('101002')}/check")
        camera.see(desk.page, 5)
        desk.page.locator("summary", has_text="退回修改").click()
        desk.page.get_by_label("退回原因").fill("请核对在职人数。")
        desk.press("退回")
        below = desks("sh101002", program)
        below.go(f"/filings/{program.filing('101002')}/check")
        camera.see(below.page, 5)
        below.press("审核通过，送主管部门审核")
        desk.go(f"/filings/{program.filing('101002')}/check")
        desk.press("审核通过，办结")
        desk.go("/progress")
        camera.see(desk.page, 5)

    def test_the_bureau_enters_points_and_remarks(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        filing = program.filing(UNIT)
        desk.go("/reviews")
        camera.see(page, 6)
        desk.go(f"/filings/{filing}/review")
        row = page.locator("table.review tbody tr").nth(3)
        row.locator("input.number").fill("8")
        row.locator("textarea").fill("完成时间的佐证材料不足。")
        desk.press("保存核查")
        camera.shoot(page, "marks", 6, height=860)
        desk.go(f"/filings/{filing}/notes")
        page.locator("#place").select_option(label="群众知晓率，实际完成值")
        page.get_by_label("内容").fill("请附知晓率调查的汇总表。")
        desk.press("提交")
        camera.see(page, 6)
        unit = desks(f"jb{UNIT}", program)
        unit.open_sheet(filing, "self")
        camera.see(unit.page, 6)
        unit.go(f"/filings/{filing}/notes")
        unit.page.locator(".opinion").get_by_label("答复").fill("汇总表已在自评报告第六部分说明。")
        unit.press("答复")
        camera.see(unit.page, 6)
        desk.go(f"/filings/{filing}/notes")
        camera.shoot(page, "notes", 6, height=640)
        desk.press("标为已处理")
        camera.see(page, 6)

    def test_the_bureau_approves_many_at_once(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go(f"/filings/{program.filing(UNIT)}/check")
        camera.see(page, 6)
        desk.go("/reviews")
        page.get_by_label("筛选出的全部").check()
        desk.press("批量审核通过")
        camera.see(page, 6)
        desk.press("确认审核通过")
        camera.see(page, 6)
        filing = program.filing(UNIT)
        for path in ("/", "/progress?task=1", "/query", f"/filings/{filing}/check", f"/filings/{filing}/audits"):
            desk.go(path)
            camera.see(page, 6)
        desk.go(f"/filings/{filing}/notes")
        camera.see(page, 6)
        unit = desks(f"sh{UNIT}", program)
        for name in ("review", "notes"):
            unit.go(f"/filings/{filing}/{name}")
            camera.see(unit.page, 6)

    def test_the_bureau_searches_and_adds_up(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go("/search")
        page.get_by_label("词语").fill("招商洽谈")
        desk.press("检索")
        camera.shoot(page, "search", 6, height=760)
        desk.go("/statistics")
        camera.shoot(page, "statistics", 6, height=1000)

    def test_the_bureau_draws_a_sample_and_looks_at_results(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go("/progress?task=1")
        page.get_by_role("link", name="抽评", exact=True).click()
        page.get_by_label("每个部门抽取的比例（%）").fill("30")
        page.get_by_label("随机种子").fill("2025")
        desk.press("抽取")
        camera.shoot(page, "sample", 6, height=860)
        desk.go("/tasks/1/results")
        camera.shoot(page, "results", 6, height=1040)

    def test_the_bureau_packs_what_it_needs(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go("/progress?task=1")
        for name in ("云溪县商务局", "云溪县投资促进事务中心"):
            page.get_by_label(f"勾选 {name}", exact=True).check()
        desk.press("批量打包")
        camera.see(page, 6)
        desk.press("确认打包")
        page.get_by_text(re.compile("下载压缩包")).first.wait_for(timeout=120_000)
        camera.shoot(page, "packages", 6, height=700)

    def test_it_is_made_public_corrected_and_withdrawn(self, camera, program, desks):
        desk, stranger = desks(f"sh{UNIT}", program), desks("stranger", program)
        page = desk.page
        filing = program.filing(UNIT)
        desk.go(f"/filings/{filing}/publication")
        assert "yunxi-wenlv-gongkai-shili@qq.com" in page.locator("main").inner_text()
        camera.shoot(page, "publication", 7, height=720)
        desk.publish("公开")
        stranger.go(f"/public/{filing}")
        camera.shoot(stranger.page, "public", 7, height=900)
        stranger.go("/public")
        camera.see(stranger.page, 7)
        camera.see(page, 7)
        page.get_by_label("更正说明").fill("更正群众知晓率的说明")
        desk.publish("公开新版本")
        camera.see(page, 7)
        section = page.locator("section.panel", has=page.get_by_role("heading", name="第 2 版"))
        section.get_by_label("撤回的原因").fill("数据需要核实")
        desk.press("撤回", section)
        camera.see(page, 7)
        stranger.go(f"/public/{filing}/2")
        camera.see(stranger.page, 7)
        stranger.go(f"/public/{filing}")
        assert "第 1 版" in stranger.page.locator("p.sub").inner_text()
        bureau = desks("finance", program)
        bureau.go("/tasks/1/disclosures")
        camera.shoot(bureau.page, "ledger", 7, height=900)

    def test_the_bureau_marks_how_a_department_did_its_work(self, camera, program, desks):
        bureau, unit = desks("finance", program), desks(f"jb{LEAD}", program)
        page = bureau.page
        bureau.go("/admin/tasks")
        page.get_by_label("任务名称").fill(CITY)
        page.get_by_label("年度", exact=True).fill("2024")
        page.get_by_label("岳阳市2024年度部门整体支出绩效自评").check()
        page.get_by_label("截止日期").fill("2025-03-31")
        page.get_by_label("单位编码（不填为全部单位）").fill(LEAD)
        bureau.press("下达")
        unit.go("/filings")
        with unit.page.expect_navigation():
            unit.page.locator("tr", has_text=CITY).get_by_role("button", name="填报").click()
        filing = int(re.search(r"/filings/(\d+)", unit.page.url).group(1))
        unit.go(f"/filings/{filing}/files")
        unit.page.get_by_label("类别").select_option(label="本部门的绩效自评通知")
        unit.page.get_by_label("文件", exact=True).set_input_files(
            {"name": "自评通知.docx", "mimeType": "application/octet-stream", "buffer": notice()})
        unit.press("上传")
        # As if it had been sent and reviewed.
        (file,) = Path(program.data).glob("*.sqlite")
        with sqlite3.connect(file, timeout=20) as database:
            database.execute("UPDATE filing SET stage = 'done' WHERE id = ?", (filing,))
        database.close()
        bureau.go(f"/filings/{filing}/assessment")
        camera.shoot(page, "assessment", 6, height=1000)
