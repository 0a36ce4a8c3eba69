"""Chapters 1 to 3 as the bureau walks them: the first 管理员, units and people, the yearly task."""

import re
from datetime import date, timedelta

from desk import SECRET
from test_template import template

UNITS = "单位编码,单位名称\n101001,青禾县教育局\n101002,青禾县第一中学\n201001,青禾县商务局\n301001,青禾县农业农村局\n"
PEOPLE = (
    "账号,姓名,手机号码,岗位,单位编码\njb101001,李伟,,经办岗,101001\nsh101001,王洁,,审核岗,101001\n"
    "jb101002,张平,,经办岗,101002\njb301001,陈勇,,经办岗,301001\n")


def upload(desk, label, name, text, button):
    desk.page.get_by_label(label, exact=True).set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    desk.press(button)


class Bureau:
    def test_the_first_administrator_is_made_by_the_link(self, camera, empty, desks):
        desk = desks("first", empty)
        desk.go(empty.setup_link)
        for label, text in [("账号", "admin"), ("姓名", "郑毅"), ("密码", SECRET), ("再输入一次", SECRET)]:
            desk.page.get_by_label(label, exact=True).fill(text)
        camera.shoot(desk.page, "set-up", 1, element=".card")
        desk.press("建立管理员")
        desk.page.get_by_label("账号或手机号码").fill("admin")
        camera.see(desk.page, 1, 9)
        desk.page.get_by_label("密码").fill(SECRET)
        desk.press("登录")
        desk.go("/")
        camera.see(desk.page, 1, 2)
        desk.page.get_by_role("link", name=re.compile("^郑毅")).click()
        camera.see(desk.page, 1, 9)
        desk.page.get_by_label("现在的密码").fill(SECRET)
        desk.press("启用双重验证")
        camera.see(desk.page, 1)

    def test_the_database_is_backed_up(self, camera, empty, desks):
        desk = desks("first", empty)
        desk.go("/")
        desk.page.get_by_role("link", name="备份", exact=True).click()
        desk.press("立即备份")
        desk.page.get_by_role("link", name=re.compile("^下载")).first.wait_for()
        camera.see(desk.page, 1)

    def test_units_are_made_by_hand_and_by_list(self, camera, empty, desks):
        desk = desks("first", empty)
        page = desk.page
        desk.go("/admin/units")
        page.get_by_label("编码", exact=True).fill("301001")
        page.get_by_label("名称", exact=True).fill("青禾县农业农村局")
        desk.press("新增")
        page.get_by_role("link", name="批量导入单位").click()
        page.wait_for_url(re.compile("import/units"))
        camera.see(page, 2)
        upload(desk, "文件", "单位.csv", UNITS, "核对")
        camera.see(page, 2)
        desk.press("确认导入")
        camera.see(page, 2)
        desk.go("/admin/units")
        camera.see(page, 2)
        page.get_by_role("link", name="青禾县第一中学").click()
        page.wait_for_url(re.compile("units/101002"))
        camera.see(page, 2)

    def test_people_are_made_by_hand_and_by_list(self, camera, empty, desks):
        desk = desks("first", empty)
        page = desk.page
        desk.go("/admin/people")
        form = page.locator("form.panel")
        form.get_by_label("账号", exact=True).fill("finance")
        form.get_by_label("姓名", exact=True).fill("梁静")
        form.get_by_label("绩效经办").check()
        desk.press("新增并生成一次性密码")
        secret = page.locator("code.secret").inner_text()
        camera.shoot(page, "people", 2, height=640)
        page.get_by_role("link", name="批量导入人员").click()
        page.wait_for_url(re.compile("import/people"))
        camera.see(page, 2)
        upload(desk, "文件", "人员.csv", PEOPLE.replace("jb301001,陈勇,,经办岗,301001", "jb301001,陈勇,,经办,301001"), "核对")
        camera.shoot(page, "people-list", 2, height=620)
        page.get_by_label("只导入正确的行").check()
        desk.press("确认导入")
        camera.see(page, 2)
        desk.go("/admin/people")
        page.get_by_role("link", name=re.compile("^修改")).last.click()
        page.wait_for_url(re.compile(r"people/\d+"))
        camera.see(page, 2)
        page.get_by_label("代行人的账号").fill("admin")
        page.get_by_label("最后一天", exact=True).fill((date.today() + timedelta(days=3)).isoformat())
        page.locator("#deputyReason").fill("出差")
        desk.press("授权代理")
        camera.shoot(page, "person", 2, height=1180)
        page.get_by_role("link", name="移交岗位、办理离岗").click()
        page.wait_for_url(re.compile("handover"))
        camera.see(page, 2)
        desk.go("/admin/separation")
        camera.see(page, 2)
        desk.go("/admin/retention")
        camera.see(page, 2)
        desk.go("/admin/second-factor")
        camera.see(page, 2)
        desk.go("/admin/log")
        camera.shoot(page, "log", 2, height=640)
        desk.go("/admin/people")
        camera.see(page, 2, 9)
        other = desks("finance of the empty county", empty)
        other.sign_in("finance", secret)
        camera.see(other.page, 1, 9)
        other.page.get_by_label("新密码").fill(SECRET)
        other.page.get_by_label("再输入一次").fill(SECRET)
        other.press("设置密码")

    def test_a_policy_is_read_changed_and_compared(self, camera, empty, desks):
        desk = desks("first", empty)
        page = desk.page
        desk.go("/admin/policies")
        camera.see(page, 3, 8)
        page.get_by_role("link", name="湖南省县级2024年度部门整体支出绩效自评", exact=True).click()
        page.wait_for_url(re.compile("/admin/policies/"))
        camera.shoot(page, "policy", 3, height=900)
        address = page.url.removeprefix(empty.base)
        desk.go(address + "/edit?as=new")
        camera.see(page, 3)
        desk.go(address + "/edit")
        field = page.get_by_label("文本（YAML）")
        field.fill(field.input_value().replace("reasonBelow: 100", "reasonBelow: 95"))
        page.get_by_label("勘误说明").fill("执行率低于95%的才须说明原因。")
        camera.see(page, 3)
        page.locator("button:text-is('发布')").click()
        page.wait_for_url(re.compile(r"/admin/policies/[0-9a-f]{64}$"))
        camera.see(page, 3)

    def test_holidays_are_put_in(self, camera, program, desks):
        desk = desks("admin", program)
        year = date.today().year
        desk.go("/admin/calendar")
        camera.see(desk.page, 3)
        for first, last, kind, note in [
            ("01-01", "01-03", "放假", "元旦"), ("10-01", "10-07", "放假", "国庆节"), ("10-10", "", "调休上班", "国庆节调休")]:
            page = desk.page
            page.get_by_label("从", exact=True).fill(f"{year}-{first}")
            page.get_by_label("到（只有一天的不填）").fill(last and f"{year}-{last}")
            page.get_by_label("安排", exact=True).select_option(label=kind)
            page.get_by_label("说明和依据").fill(note)
            desk.press("录入")
        camera.shoot(desk.page, "calendar", 3, height=700)

    def test_a_task_is_drafted_tried_and_launched(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go("/admin/tasks")
        camera.see(page, 3)
        page.get_by_label("任务名称").fill("2025年度部门整体支出绩效自评")
        page.get_by_label("年度", exact=True).fill("2025")
        page.get_by_label("通知标题（可不填）").fill("关于开展2025年度财政支出绩效自评工作的通知")
        page.get_by_label("文号（可不填）").fill("云财绩〔2026〕1号")
        page.get_by_label("湖南省县级2024年度部门整体支出绩效自评").check()
        page.get_by_label("湖南省县级2024年度项目支出绩效自评").check()
        page.get_by_label("截止日期").fill((date.today() + timedelta(days=45)).isoformat())
        camera.shoot(page, "new-task", 3, element="aside form.panel")
        page.get_by_label("单位编码（不填为全部单位）").fill("401 501")
        desk.press("存为草稿")
        page.get_by_label("参加的单位编码").fill("501001")
        camera.shoot(page, "task-draft", 3, height=1000)
        desk.press("开始试运行")
        camera.see(page, 3)
        page.locator("summary", has_text="结束试运行").click()
        desk.press("确定结束试运行")
        address = page.url
        page.get_by_role("link", name="设置模板").click()
        page.get_by_label("模板文件").set_input_files(
            {"name": "本县模板.docx", "mimeType": "application/octet-stream", "buffer": template()})
        desk.press("检查并启用")
        camera.shoot(page, "template", 3, height=860)
        desk.press("停用，恢复内置版式")
        desk.go(address)
        page.set_input_files("#file", {"name": "通知.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"})
        desk.press("上传")
        desk.press("下达")
        camera.see(page, 3)
        assert "进行中" in page.locator(".head").inner_text()
        page.get_by_label("原因", exact=True).fill("通知有误，另行下达")
        desk.press("取消下达")
        camera.see(page, 3)

    def test_a_task_is_closed_opened_again_and_archived(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go("/admin/tasks")
        page.get_by_label("任务名称").fill("2023年度部门整体支出绩效自评")
        page.get_by_label("年度", exact=True).fill("2023")
        page.get_by_label("湖南省县级2024年度部门整体支出绩效自评").check()
        page.get_by_label("截止日期").fill((date.today() + timedelta(days=30)).isoformat())
        page.get_by_label("单位编码（不填为全部单位）").fill("401001")
        desk.press("存为草稿")
        desk.press("下达")
        desk.press("结束任务")
        camera.see(page, 3)
        page.get_by_label("原因", exact=True).fill("还有单位需要更正")
        desk.press("重新开放")
        desk.press("结束任务")
        page.locator("summary", has_text="归档").click()
        desk.press("确定归档")
        assert "已归档" in page.locator(".head").inner_text()

    def test_a_unit_declares_that_the_task_does_not_apply(self, camera, program, desks):
        unit, bureau = desks("jb501001", program), desks("finance", program)
        unit.go("/filings")
        camera.see(unit.page, 3, 4)
        unit.page.get_by_role("link", name="申报不适用").click()
        unit.page.get_by_label("为什么这项任务不适用于本单位").fill("本单位已并入其他单位，由并入的单位一并自评。")
        camera.see(unit.page, 3)
        unit.press("申报")
        bureau.go("/")
        camera.see(bureau.page, 3)
        bureau.page.get_by_role("link", name=re.compile("答复不适用申报")).click()
        bureau.page.wait_for_url(re.compile("waiver"))
        camera.shoot(bureau.page, "waiver", 3, element="main")
        bureau.press("同意")

    def test_units_are_reminded_and_given_more_time(self, camera, program, desks):
        desk = desks("finance", program)
        page = desk.page
        desk.go("/progress?task=1")
        page.get_by_label("勾选 云溪县文化旅游广电体育局").check()
        camera.shoot(page, "progress", 3, 6, height=1180)
        desk.press("批量延期")
        page.get_by_label("新的截止日期").fill((date.today() + timedelta(days=60)).isoformat())
        page.get_by_label("延期原因").fill("机房停电")
        camera.see(page, 3)
        desk.press("确认延期")
        camera.see(page, 3, 6)
        desk.go("/progress?task=1")
        page.get_by_label("筛选出的全部").check()
        desk.press("批量催报")
        page.get_by_label("想说的话").fill("请于本周内送审")
        camera.see(page, 3, 6)
        desk.press("确认催报")
        camera.shoot(page, "bulk-result", 3, 6, height=800)
        desk.go("/tasks/1/reminders")
        camera.see(page, 3)
        desk.go("/admin/tasks/1")
        page.set_input_files("#file", {"name": "通知.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"})
        desk.press("上传")
        camera.see(page, 3)
        unit = desks("jb601001", program)
        unit.go("/")
        camera.see(unit.page, 3, 4)
