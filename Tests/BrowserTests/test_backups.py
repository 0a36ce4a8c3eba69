"""备份: made by a press, listed with what was found, taken away, and put in place on the command line."""

import re
import sqlite3
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from desk import Desk
from program import Program, binary


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("backups")


@pytest.fixture(scope="module")
def program(folder):
    program = Program.demo("--backup-folder", str(folder), "--backup-keep", "3")
    yield program
    program.end()


def command(*arguments):
    return subprocess.run([binary(), *arguments], capture_output=True, text=True)


def main(desk):
    return desk.page.locator("main").inner_text()


def test_the_administrator_makes_one_and_takes_it_away(desks, program, folder, tmp_path):
    desk, page = desks("admin"), desks("admin").page
    desk.go("/")
    page.get_by_role("link", name="备份", exact=True).click()
    desk.press("立即备份")
    row = page.locator("tbody tr", has_text="人工").first
    row.wait_for()
    assert "核对无误" in row.inner_text() and "MB" in row.inner_text()
    assert "同一块磁盘" in main(desk)
    with page.expect_download() as waiting:
        row.get_by_role("link", name=re.compile("^下载")).click()
    waiting.value.save_as(tmp_path / "taken.sqlite")
    with sqlite3.connect(tmp_path / "taken.sqlite") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    desk.go("/admin/log?group=backups")
    assert "备份" in main(desk) and "核对无误" in main(desk)
    answer = command("restore", str(tmp_path / "taken.sqlite"), "--data", str(tmp_path / "fresh"))
    assert answer.returncode == 0 and "没有发现问题" in answer.stdout
    assert command("verify", "--data", str(tmp_path / "fresh")).returncode == 0


def test_others_find_no_backups(desks, program):
    for account in ("finance", "jb101001"):
        desk = desks(account)
        assert desk.go("/admin/backups") == 403
        desk.forgive("403")
        assert desk.page.get_by_role("link", name="备份", exact=True).count() == 0


def test_the_page_fits_narrow_screens(browser, program):
    desk = Desk(browser, program.base, viewport={"width": 390, "height": 800})
    program.sign_in(desk.page, "admin")
    desk.go("/admin/backups")
    assert desk.page.locator("tbody tr").count() > 0
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    violations = Axe().run(desk.page).response["violations"]
    assert [violation["id"] for violation in violations] == []
    assert desk.faults == []
    desk.close()


def test_a_command_backs_up_beside_the_server_and_a_running_one_is_not_replaced(program, tmp_path):
    copy = tmp_path / "copy.sqlite"
    answer = command("backup", "--data", program.data, "-o", str(copy))
    assert answer.returncode == 0 and "没有发现问题" in answer.stdout
    again = command("backup", "--data", program.data, "-o", str(copy))
    assert again.returncode == 1 and "已存在" in again.stderr
    refused = command("restore", str(copy), "--data", program.data)
    assert refused.returncode == 1 and "--replace" in refused.stderr
    refused = command("restore", str(copy), "--data", program.data, "--replace")
    assert refused.returncode == 1 and "占用" in refused.stderr
    answer = command("backup", "--postgres", "dbname=none", "-o", str(tmp_path / "other"))
    assert answer.returncode == 1 and "pg_dump" in answer.stderr


def test_without_any_setting_one_is_made_beside_the_data_and_taken_away(browser, tmp_path):
    program = Program.empty()
    try:
        desk = Desk(browser, program.base)
        desk.go(program.setup_link)
        for label, text in [("账号", "admin"), ("姓名", "郑毅"), ("密码", "Browser-tests-only-5"),
                            ("再输入一次", "Browser-tests-only-5")]:
            desk.page.get_by_label(label, exact=True).fill(text)
        desk.press("建立管理员")
        desk.sign_in("admin", "Browser-tests-only-5")
        desk.go("/admin/backups")
        assert "没有设置每日自动备份" in main(desk) and "--backup-folder" in main(desk)
        desk.press("立即备份")
        row = desk.page.locator("tbody tr", has_text="人工")
        row.wait_for()
        assert row.count() == 1 and "核对无误" in row.inner_text()
        assert len(list(Path(program.data, "backups").glob("*-manual.sqlite"))) == 1
        with desk.page.expect_download() as waiting:
            row.get_by_role("link", name=re.compile("^下载")).click()
        waiting.value.save_as(tmp_path / "taken.sqlite")
        answer = command("restore", str(tmp_path / "taken.sqlite"), "--data", str(tmp_path / "fresh"))
        assert answer.returncode == 0 and "没有发现问题" in answer.stdout
        desk.close()
    finally:
        program.end()
