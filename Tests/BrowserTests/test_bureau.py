"""The bureau's side of a task: calendar, draft, trial run, launch, progress, extensions, reminders, bulk acts."""

import re
from datetime import date, timedelta



def main(desk):
    return desk.page.locator("main").inner_text()


def tile(desk, words):
    """The number on a tile of the progress page."""
    return int(desk.page.locator("a.tile", has_text=re.compile(rf"^\d+\s*{words}$")).locator(".tile-figure").inner_text())


def rows(desk):
    return desk.page.locator("tbody th a").all_inner_texts()


def launched(desk):
    """The id of the demo's task."""
    assert desk.go("/progress") == 200
    return int(re.search(r"/tasks/(\d+)/progress", desk.page.url).group(1))


def test_holidays_are_put_in_and_taken_out(desks):
    desk = desks("admin")
    desk.go("/admin/calendar?year=2031")
    assert "系统不自带任何年份的安排" in main(desk)
    page = desk.page
    page.get_by_label("从", exact=True).fill("2031-10-01")
    page.get_by_label("到（只有一天的不填）").fill("2031-09-01")
    page.get_by_label("说明和依据").fill("示例假日")
    with page.expect_navigation():
        page.get_by_role("button", name="录入", exact=True).click()
    desk.forgive("422")
    assert "最后一天须不早于第一天" in main(desk)
    assert page.get_by_label("说明和依据").input_value() == "示例假日"
    page.get_by_label("到（只有一天的不填）").fill("2031-10-02")
    desk.press("录入")
    assert [text.split("\t")[0] for text in page.locator("tbody tr").all_inner_texts()] == ["2031年10月1日", "2031年10月2日"]
    with page.expect_navigation():
        page.get_by_role("button", name="删除 2031年10月2日").click()
    assert page.locator("tbody tr").count() == 1


def test_a_task_is_drafted_tried_launched_and_called_off(desks, program):
    desk = desks("finance")
    page = desk.page
    desk.go("/admin/tasks")
    page.get_by_label("任务名称").fill("2025年度试办任务")
    page.get_by_label("年度", exact=True).fill("2025")
    page.locator("#policies input").first.check()
    page.get_by_label("截止日期").fill("2026-03-31")
    assert page.get_by_text("这个日期已过，下达后各单位随即显示为逾期。").is_visible()
    page.get_by_label("单位编码（不填为全部单位）").fill("999")
    desk.press("存为草稿")
    desk.forgive("422")
    assert "没有编码为 999 的单位。" in main(desk)
    page.get_by_label("单位编码（不填为全部单位）").fill("601, 401001")
    desk.press("存为草稿")
    assert desk.heading() == "2025年度试办任务" and "草稿" in page.locator(".head").inner_text()
    assert "截止日期 2026年3月31日 已过，下达后各单位随即显示为逾期。" in main(desk)

    page.get_by_label("参加的单位编码").fill("601001")
    desk.press("开始试运行")
    assert "所填内容在结束试运行时全部删除" in main(desk)
    unit = desks("jb601001")
    unit.go("/filings")
    row = unit.page.locator("tr", has_text="2025年度试办任务")
    assert "试运行" in row.inner_text()
    with unit.page.expect_navigation():
        row.get_by_role("button", name="填报").click()
    tried = re.search(r"/filings/(\d+)", unit.page.url).group(1)

    page.locator("summary", has_text="结束试运行").click()
    desk.press("确定结束试运行")
    assert "删除试运行的自评 1 份" in main(desk)
    assert unit.go(f"/filings/{tried}") == 404
    unit.forgive("404")

    page.set_input_files("#file", {"name": "通知.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"})
    desk.press("上传")
    desk.press("下达")
    assert "进行中" in page.locator(".head").inner_text()
    unit.go("/filings")
    row = unit.page.locator("tr", has_text="2025年度试办任务")
    with unit.page.expect_download() as download:
        row.get_by_role("link", name="通知文件").click()
    assert download.value.suggested_filename == "通知.pdf"

    page.get_by_label("单位编码", exact=True).fill("401001")
    desk.press("增加")
    desk.forgive("422")
    assert "这些单位已在任务中。" in main(desk)

    desk.press("取消下达")
    desk.forgive("422")
    assert "请填写原因。" in main(desk)
    page.get_by_label("原因", exact=True).fill("通知有误，另行下达")
    desk.press("取消下达")
    assert "已取消下达" in page.locator(".head").inner_text() and "通知有误，另行下达" in main(desk)
    unit.go("/filings")
    assert "2025年度试办任务" not in main(unit)


def test_a_task_of_which_units_have_sent_is_not_called_off(desks):
    desk = desks("finance")
    task = launched(desk)
    desk.go(f"/admin/tasks/{task}")
    assert re.search(r"已有 \d+ 家送审，不能取消下达。", main(desk))
    assert desk.page.get_by_role("button", name="取消下达").count() == 0
    status, text = desk.send(f"/admin/tasks/{task}/moves/cancel", f"csrf={desk.token()}&reason=x")
    assert status == 409 and re.search(r"已有 \d+ 家单位送审，不能取消下达：", text)
    desk.forgive("409")


def test_a_copy_of_the_task_is_the_next_years_draft(desks):
    desk = desks("finance")
    task = launched(desk)
    desk.go(f"/admin/tasks/{task}")
    desk.press("复制为 2025 年度草稿")
    assert desk.page.get_by_label("任务名称").input_value().startswith("2025年度")
    assert "复制自" in main(desk)


def test_progress_is_counted_filtered_sorted_and_exported(desks):
    desk = desks("finance")
    task = launched(desk)
    page = desk.page
    everyone = tile(desk, "应报")
    stages = ["未填报", "填报中", "待单位审核", "待主管部门审核", "待财政审核", "已办结"]
    counts = {stage: tile(desk, stage) for stage in stages}
    assert everyone == sum(counts.values()) == len(rows(desk))
    for stage in stages:
        desk.go(f"/tasks/{task}/progress")
        page.locator("a.tile", has_text=re.compile(rf"\d\s*{stage}$")).click()
        page.wait_for_url(re.compile("stage="))
        assert len(rows(desk)) == counts[stage], stage
    desk.go(f"/tasks/{task}/progress?mark=missing")
    assert len(rows(desk)) == counts["未填报"] + counts["填报中"]
    desk.go(f"/tasks/{task}/progress")
    page.get_by_label("部门").select_option("101")
    desk.press("筛选")
    assert rows(desk) and all(code.startswith("101") for code in page.locator("tbody th .sub").all_inner_texts())
    desk.go(f"/tasks/{task}/progress")
    page.locator("thead a", has_text="单位").click()
    page.wait_for_url(re.compile("sort=unit(-|%2D)down"))
    codes = page.locator("tbody th .sub").all_inner_texts()
    assert codes == sorted(codes, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text() == "单位"
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 CSV").click()
    lines = download.value.path().read_bytes().decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"单位编码","单位","状态"') and len(lines) == everyone + 1


def test_a_lead_unit_follows_its_department_and_nobody_else(desks):
    desk = desks("sh101001")
    task = launched(desk)
    desk.go(f"/tasks/{task}/progress?department=201")
    assert rows(desk) and all(
        code.startswith("101") for code in desk.page.locator("tbody th .sub").all_inner_texts())
    assert desk.page.get_by_role("button", name="批量延期").count() == 0
    for account, path in [
        ("jb101003", f"/tasks/{task}/progress"), ("jb101003", f"/tasks/{task}/progress.csv"),
        ("admin", f"/tasks/{task}/progress"), ("sh101001", f"/tasks/{task}/reminders"), ("sh101001", "/admin/tasks"),
        ("jb101003", f"/admin/tasks/{task}"), ("finance", "/admin/calendar"), ("jb101003", "/progress"),
    ]:
        other = desks(account)
        assert other.go(path) == 403, (account, path)
        other.forgive("403")


def test_what_others_may_not_do_is_refused(desks):
    task = launched(desks("finance"))
    handler = desks("jb101003")
    handler.go("/")
    token = handler.token()
    for path, body in [
        (f"/admin/tasks/{task}/moves/close", ""), (f"/admin/tasks/{task}/moves/cancel", "&reason=x"),
        (f"/admin/tasks/{task}/units", "&addedUnits=101"), (f"/admin/tasks/{task}/copy", ""),
        (f"/admin/tasks/{task}", "&title=x"), (f"/tasks/{task}/bulk", "&action=extend&range=all"),
        (f"/tasks/{task}/bulk", "&action=remind&range=all"), ("/admin/calendar", "&first=2031-01-01"),
        ("/reviews/bulk", "&action=extend&range=all"),
    ]:
        assert handler.send(path, f"csrf={token}{body}")[0] == 403, path
    finance = desks("finance")
    finance.go("/")
    for path in [f"/admin/tasks/{task}/moves/close", f"/tasks/{task}/bulk", "/reviews/bulk", "/bulk/x"]:
        assert finance.send(path, "action=approve&range=all")[0] == 403, path
    assert finance.send(f"/tasks/{task}/bulk", f"csrf={finance.token()}&action=extend&range=all")[0] == 200
    desks("sh101001").go("/")
    lead = desks("sh101001")
    assert lead.send(f"/tasks/{task}/bulk", f"csrf={lead.token()}&action=extend&range=all")[0] == 403
    for desk in (handler, finance, lead):
        desk.forgive("403")


def test_a_ticked_unit_is_given_more_time_and_sees_it(desks, program):
    desk = desks("finance")
    task = launched(desk)
    page = desk.page
    page.get_by_label(re.compile("^勾选 ")).first.wait_for()
    row = page.locator("tr", has=page.locator(f'a[href="/filings/{program.filing("601001")}"]'))
    row.get_by_role("checkbox").check()
    assert "已选 1 个" in page.locator("[data-ticked]").inner_text()
    desk.press("批量延期")
    assert "将对下面 1 家单位延长期限。" in main(desk)
    later = date.today() + timedelta(days=60)
    page.get_by_label("新的截止日期").fill(later.isoformat())
    desk.press("确认延期")
    desk.forgive("422")
    assert "请填写延期原因" in main(desk) and page.get_by_label("新的截止日期").input_value() == later.isoformat()
    page.get_by_label("延期原因").fill("机房停电")
    desk.press("确认延期")
    assert "已办理 1 家，未办理 0 家。" in main(desk)
    unit = desks("jb601001")
    unit.go("/")
    assert f"截止 {later.year}年{later.month}月{later.day}日" in main(unit) and "个工作日" in main(unit)
    desk.go(f"/admin/tasks/{task}")
    assert "机房停电" in main(desk)


def test_all_that_a_filter_selects_is_reminded_once_and_told_one_by_one(desks, browser, program):
    """Without scripts, as every page can be used."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    program.sign_in(page, "finance")
    page.goto(program.base + "/progress")
    page.get_by_label("筛选出的全部").check()
    page.get_by_role("button", name="批量催报").click()
    page.get_by_label("想说的话").fill("请于本周内送审")
    page.get_by_role("button", name="确认催报").click()
    text = page.locator("main").inner_text()
    done, refused = map(int, re.search(r"已办理 (\d+) 家，未办理 (\d+) 家。", text).groups())
    assert done >= 2 and refused >= 2 and "不能进行此操作" in text
    page.reload()
    assert f"已办理 {done} 家" in page.locator("main").inner_text()
    context.close()
    unit = desks("jb601001")
    unit.go("/")
    assert "催报：请于本周内送审" in main(unit)
    finance = desks("finance")
    task = launched(finance)
    finance.go(f"/tasks/{task}/reminders")
    assert f"共 {done} 条" in main(finance)


def test_reviews_are_approved_in_bulk_and_the_count_goes_down(desks):
    desk = desks("finance")
    desk.go("/reviews")
    page = desk.page
    before = int(page.locator(".topnav a", has_text="自评复核").locator(".count").inner_text().split()[0])
    assert f"待审核 {before} 份" in main(desk)
    page.locator("[data-tick-all]").check()
    desk.press("批量审核通过")
    desk.press("确认审核通过")
    assert f"已办理 {before} 家，未办理 0 家。" in main(desk)
    desk.go("/reviews")
    assert "没有等待您审核的自评。" in main(desk)
    assert page.locator(".topnav a", has_text="自评复核").locator(".count").count() == 0


def test_nothing_ticked_is_told(desks):
    desk = desks("finance")
    launched(desk)
    desk.press("批量催报")
    desk.forgive("422")
    assert "请先勾选单位。" in main(desk)


def test_a_unit_declares_that_the_task_does_not_apply(desks, program):
    filing = program.filing("601001")
    unit = desks("jb601001")
    unit.go(f"/filings/{filing}/waiver")
    unit.press("申报")
    unit.forgive("422")
    assert "请填写理由，4 至 500 字。" in main(unit)
    unit.page.get_by_label("为什么这项任务不适用于本单位").fill("本单位已并入其他单位")
    unit.press("申报")
    assert "请等待财政部门答复" in main(unit)
    finance = desks("finance")
    finance.go("/")
    finance.page.get_by_role("link", name=re.compile("答复不适用申报")).click()
    finance.page.wait_for_url(re.compile("waiver"))
    finance.press("同意")
    assert "财政部门已同意" in main(finance)
    unit.go("/")
    assert "现在没有等您处理的事。" in main(unit)
    other = desks("jb201001")
    assert other.go(f"/filings/{filing}/waiver") == 404
    other.forgive("404")


def test_an_archived_task_is_read_only(desks, program):
    desk = desks("finance")
    task = launched(desk)
    desk.go(f"/admin/tasks/{task}")
    desk.press("结束任务")
    desk.page.locator("summary", has_text="归档").click()
    desk.press("确定归档")
    assert "已归档" in desk.page.locator(".head").inner_text()
    assert desk.page.get_by_role("button", name="重新开放").count() == 0
    filing = program.filing("601001")
    unit = desks("jb601001")
    assert unit.go(f"/filings/{filing}/sheets/base") == 200
    refused = program.save(program.session("jb601001"), filing, {"base/abroad/final": "1"})
    assert refused.status_code == 409
    begun = desks("jb501001")
    begun.go("/filings")
    assert begun.page.get_by_role("button", name="填报").is_disabled()
    assert begun.page.get_by_role("link", name="申报不适用").count() == 0
    assert program.session("jb601001").get(f"{program.base}/filings/{filing}/export/docx").status_code == 200
