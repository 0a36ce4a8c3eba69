"""报告体检: somebody drops a report and sees it marked; nothing of it is kept, and nobody can use up the machine."""

import io
import json
import re
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import checkup_files
import docx
import pytest
import requests
from axe_playwright_python.sync_playwright import Axe
from desk import Desk
from program import Program
from test_pages import CUT, SHOTS


@pytest.fixture(scope="module")
def open_program():
    program = Program.demo("--open-checkup")
    yield program
    program.end()


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "青禾县 自评报告.txt").write_text(checkup_files.text())
    (folder / "青禾县 自评报告.docx").write_bytes(checkup_files.word())
    return folder


def post(program, content, name, address="192.0.2.1", **fields):
    """Hands a report in as a browser without sign-in would, from an address behind the proxy."""
    return requests.post(
        program.base + "/checkup", files={"file": (name, content)}, data=fields, timeout=60,
        headers={"X-Forwarded-For": address})


def check(desk, path):
    assert desk.go("/checkup") == 200
    desk.page.get_by_label("自评报告").set_input_files(path)
    desk.press("开始体检")
    desk.page.get_by_role("link", name="再体检一份").wait_for()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_report_is_marked_explained_filtered_and_taken_away(browser, open_program, reports, tmp_path, scripts):
    desk = Desk(browser, open_program.base, viewport={"width": 1366, "height": 900}, java_script_enabled=scripts)
    check(desk, reports / "青禾县 自评报告.docx")
    page = desk.page
    # Marked in place, with the note beside and the rule behind it.
    mark = page.locator(".checked mark", has_text="××").first
    assert mark.is_visible()
    note = page.locator(".checked .note", has_text="占位符“××”没有填写。").first
    assert note.is_visible() and note.get_by_role("link", name=re.compile("^T01 ")).get_attribute("href") == "/rules/T01"
    assert "须改正" in page.locator(".checked table.summary").inner_text()
    # Filters work by the style sheet.
    page.locator("#show-error").uncheck()
    assert not note.is_visible()
    page.locator("#show-error").check()
    assert note.is_visible()
    # Three ways to take the result away, all from the page itself.
    taken = {}
    for words in ("下载加批注的 Word", "下载网页", "下载 JSON"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=words, exact=True).click()
        waiting.value.save_as(tmp_path / "file")
        taken[waiting.value.suggested_filename] = (tmp_path / "file").read_bytes()
    assert sorted(taken) == ["青禾县 自评报告-体检结果.html", "青禾县 自评报告-体检结果.json", "青禾县 自评报告-批注.docx"]
    result = json.loads(taken["青禾县 自评报告-体检结果.json"])
    assert any(finding["check"] == "T01" for finding in result["findings"])
    assert result["madeWith"]["version"] and all(mark["hash"] for mark in result["madeWith"]["policies"])
    comments = [comment.text for comment in docx.Document(io.BytesIO(taken["青禾县 自评报告-批注.docx"])).comments]
    assert any("占位符“××”没有填写。" in comment for comment in comments)
    assert "<script" not in taken["青禾县 自评报告-体检结果.html"].decode()
    assert desk.faults == []
    desk.close()


def test_f8_walks_from_finding_to_finding_and_back(browser, open_program, reports):
    desk = Desk(browser, open_program.base, viewport={"width": 1366, "height": 900})
    check(desk, reports / "青禾县 自评报告.txt")
    page, keyboard = desk.page, desk.page.keyboard
    count = page.locator(".checked .note").count()
    place = page.locator("[data-place]")
    assert count > 1 and place.inner_text() == f"共 {count} 处"
    seen = []
    for number in range(1, count + 1):
        keyboard.press("F8")
        assert place.inner_text() == f"{number} / {count}"
        current = page.evaluate("document.activeElement.id")
        assert page.locator(f"#{current}").evaluate("note => note.matches('.note.current')")
        seen.append(current)
    assert len(set(seen)) == count
    keyboard.press("F8")
    assert page.evaluate("document.activeElement.id") == seen[0]
    keyboard.press("Shift+F8")
    assert page.evaluate("document.activeElement.id") == seen[-1]
    page.get_by_role("button", name="上一处").click()
    assert page.evaluate("document.activeElement.id") == seen[-2]
    # What is filtered out is not walked to.
    errors = page.locator(".checked .note.error").count()
    page.locator("#show-error").uncheck()
    assert place.inner_text() == f"共 {count - errors} 处"
    assert desk.faults == []
    desk.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_and_result_fit_and_are_accessible(browser, open_program, reports, scheme):
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width in (1366, 390):
        desk = Desk(browser, open_program.base, viewport={"width": width, "height": 900}, color_scheme=scheme)
        for name in ("form", "result"):
            if name == "form":
                desk.go("/checkup")
            else:
                check(desk, reports / "青禾县 自评报告.txt")
            page = desk.page
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert page.evaluate(CUT) == [], name
            page.screenshot(path=SHOTS / f"checkup-{name}-{scheme}-{width}.png")
            violations = Axe().run(page).response["violations"]
            assert [(item["id"], item["nodes"][0]["html"][:160]) for item in violations] == [], f"{name} {width}"
        assert desk.faults == []
        desk.close()


def test_year_and_policy_can_be_chosen_and_the_result_asked_for_directly(open_program):
    asked = {"year": "2023", "policy": "hunan-2022-project", "result": "json"}
    answer = post(open_program, checkup_files.text().encode(), "报告.txt", **asked)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    result = answer.json()
    assert result["year"] == 2023 and result["policies"][0] == "hunan-2022-project"
    word = post(open_program, checkup_files.word(), "报告.docx", result="docx")
    assert list(docx.Document(io.BytesIO(word.content)).comments)
    wrong = post(open_program, checkup_files.word(), "报告.docx", year="24年")
    assert wrong.status_code == 422 and "应为四位数字" in wrong.text
    no_comments = post(open_program, b"text", "a.txt", result="docx")
    assert no_comments.status_code == 422 and "只有 Word 文件才能加批注" in no_comments.text


def test_bad_files_are_refused_with_the_reason_and_the_right_status(open_program):
    def refused(content, name, status, words):
        answer = post(open_program, content, name, address="192.0.2.2")
        assert (answer.status_code, words in answer.text) == (status, True), (name, answer.status_code)
        assert "error-summary" in answer.text

    refused(b"", "空.docx", 422, "文件是空的")
    refused(b"\x89PNG\r\n\x1a\n\x00\x00", "图.png", 415, "不是文本文件")
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "加密.docx", 422, "打开密码")
    refused(checkup_files.word()[:2000], "断.docx", 422, "文件不完整")
    refused(checkup_files.bomb(), "炸弹.docx", 422, "压缩比异常")
    refused(b"x" * ((20 << 20) + 1), "大.txt", 413, "超过 20 MB")
    refused(b"x" * (21 << 20), "更大.txt", 413, "超过 20 MB")
    refused("字".encode() * 400_001, "长.txt", 422, "超过 40 万字")
    nothing = requests.post(open_program.base + "/checkup", files={"other": ("a", b"")}, timeout=60)
    assert nothing.status_code == 422 and "请选择要体检的报告" in nothing.text
    assert requests.post(open_program.base + "/checkup", data="x", timeout=60).status_code == 400


def test_nothing_of_a_report_is_kept(open_program):
    assert checkup_files.MARK in post(open_program, checkup_files.word(), "报告.docx", address="192.0.2.3").text
    kept = b"".join(path.read_bytes() for path in Path(open_program.data).rglob("*") if path.is_file())
    assert checkup_files.MARK.encode() not in kept and kept


def test_one_address_may_come_so_often_and_others_are_not_held_up(open_program):
    answers = [post(open_program, b"text", "a.txt", address="192.0.2.4") for _ in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert "分钟后再试，或登录后使用" in answers[-1].text and int(answers[-1].headers["Retry-After"]) > 0
    assert post(open_program, b"text", "a.txt", address="192.0.2.5").status_code == 200


def test_a_full_line_turns_others_away_at_once_and_serves_again(open_program):
    """Places are taken by those who are still sending, so that what is held in memory is bounded."""
    senders = []
    for _ in range(20):
        sender = socket.create_connection(("127.0.0.1", open_program.port))
        sender.sendall(
            b"POST /checkup HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Forwarded-For: 192.0.2.6\r\n"
            b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n" % open_program.port)
        senders.append(sender)
    answer = post(open_program, b"text", "a.txt", address="192.0.2.7")
    assert answer.status_code == 503 and "正在体检的报告较多" in answer.text
    assert int(answer.headers["Retry-After"]) > 0
    # Nobody else waits for them.
    assert requests.get(open_program.base + "/healthz", timeout=5).status_code == 200
    for sender in senders:
        sender.close()
    for _ in range(100):
        answer = post(open_program, b"text", "a.txt", address="192.0.2.8")
        if answer.status_code != 503:
            break
    assert answer.status_code == 200


def test_several_at_once_are_all_served(open_program):
    with ThreadPoolExecutor(5) as pool:
        content = checkup_files.text().encode()
        answers = list(pool.map(lambda _: post(open_program, content, "a.txt", "192.0.2.9"), range(5)))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert len({answer.text for answer in answers}) == 1


def test_what_another_site_sends_is_refused(open_program):
    answer = requests.post(
        open_program.base + "/checkup", files={"file": ("a.txt", b"text")}, headers={"Origin": "https://example.org"})
    assert answer.status_code == 403


class TestWhereItIsNotOpen:
    def test_it_asks_for_sign_in(self, browser, program):
        desk = Desk(browser, program.base)
        desk.go("/checkup")
        assert desk.page.url.endswith("/sign-in?next=/checkup")
        assert desk.page.get_by_role("link", name="不登录，体检一份自评报告").count() == 0
        assert post(program, b"text", "a.txt").status_code == 401
        desk.close()

    def test_people_reach_it_from_the_menu(self, browser, program, reports):
        desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
        program.sign_in(desk.page, "jb201001")
        desk.page.get_by_role("navigation", name="主菜单").get_by_role("link", name="报告体检").click()
        assert desk.heading() == "报告体检"
        check(desk, reports / "青禾县 自评报告.txt")
        assert desk.page.locator(".checked .note").count() > 1
        assert desk.faults == []
        desk.close()

    def test_a_form_without_the_sessions_token_is_refused(self, program):
        session = program.session("jb201001")
        answer = session.post(program.base + "/checkup", files={"file": ("a.txt", b"text")}, data={"csrf": "no"})
        assert answer.status_code == 403


def test_the_sign_in_page_leads_to_it_where_it_is_open(browser, open_program):
    desk = Desk(browser, open_program.base)
    desk.go("/sign-in")
    desk.page.get_by_role("link", name="不登录，体检一份自评报告").click()
    assert desk.heading() == "报告体检"
    desk.close()
