"""Bad input gets a clear message and the right status, and nothing is half written."""

import io
import re
import zipfile

import pytest
import requests


@pytest.fixture(scope="module")
def handler(program):
    return program.session("jb601001")


@pytest.fixture(scope="module")
def filing(program):
    return program.filing("601001")


def shown(program, session, filing: int, cell: str) -> str:
    page = session.get(f"{program.base}/filings/{filing}/sheets/{cell.split('/')[0]}").text
    return re.search(f'name="{cell}"[^>]*value="([^"]*)"', page).group(1)


def test_unreadable_numbers_are_told_at_their_cells_and_the_rest_is_kept(program, handler, filing):
    before = shown(program, handler, filing, "base/abroad/budget")
    answer = program.save(
        handler, filing, {"base/abroad/budget": "五万", "base/abroad/last": "３.5", "base/reception/last": "1,234.5"}
    )
    assert answer.status_code == 200
    body = answer.json()
    assert [problem["cell"] for problem in body["problems"]] == ["base/abroad/budget"]
    assert "数字" in body["problems"][0]["message"]
    assert shown(program, handler, filing, "base/abroad/budget") == before
    assert shown(program, handler, filing, "base/abroad/last") == "3.5"
    assert shown(program, handler, filing, "base/reception/last") == "1234.5"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("base/staff/posts", "12.5"),
        ("base/staff/posts", "-3"),
        ("base/reception/final", "1" * 13),
        ("base/reception/final", "0.1234567"),
        ("base/threePublic/final", "5"),
        ("base/economyMeasures/text", "长" * 6000),
        ("base/nowhere/final", "1"),
        ("elsewhere/reception/final", "1"),
        ("not an address", "1"),
        ("base/../final", "1"),
    ],
)
def test_what_a_cell_cannot_take_is_refused_with_a_message(program, handler, filing, cell, text):
    body = program.save(handler, filing, {cell: text}).json()
    assert [problem["cell"] for problem in body["problems"]] == [cell]
    assert re.search("[\u4e00-\u9fff]", body["problems"][0]["message"])
    assert body["cells"] == {}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"changes":1}', b'{"changes":[{"cell":1}]}', b"\xff\xfe"])
def test_malformed_bodies_are_400(program, handler, filing, body):
    answer = handler.post(
        f"{program.base}/filings/{filing}/cells",
        data=body,
        headers={"Content-Type": "application/json", "X-CSRF-Token": handler.csrf},
    )
    assert answer.status_code == 400 and answer.json()["message"]


def test_a_huge_body_is_413(program, handler, filing):
    answer = handler.post(
        f"{program.base}/filings/{filing}/cells",
        data=b" " * 5_000_000,
        headers={"Content-Type": "application/json", "X-CSRF-Token": handler.csrf},
    )
    assert answer.status_code == 413 and "MB" in answer.json()["message"]


@pytest.mark.parametrize("headers", [{}, {"X-CSRF-Token": "0" * 32}])
def test_a_save_without_the_pages_token_is_403(program, handler, filing, headers):
    answer = handler.post(f"{program.base}/filings/{filing}/cells", json={"changes": []}, headers=headers)
    assert answer.status_code == 403


def test_a_form_without_token_or_from_elsewhere_is_403(program, handler, filing):
    address = f"{program.base}/filings/{filing}/sheets/base"
    assert handler.post(address, data={"base/abroad/last": "9"}).status_code == 403
    elsewhere = {"Origin": "http://example.com"}
    assert handler.post(address, data={"csrf": handler.csrf}, headers=elsewhere).status_code == 403
    assert shown(program, handler, filing, "base/abroad/last") != "9"


@pytest.mark.parametrize("address", ["/filings/999999", "/filings/x", "/filings/0/check", "/rules/Z99", "/nowhere"])
def test_unknown_addresses_are_404_with_a_page(program, handler, address):
    answer = handler.get(program.base + address)
    assert answer.status_code == 404 and "没有找到" in answer.text


def test_other_units_filings_do_not_exist_for_a_unit(program, handler):
    other = program.filing("201001")
    assert handler.get(f"{program.base}/filings/{other}/sheets/base").status_code == 404
    assert program.save(handler, other, {"base/abroad/final": "1"}).status_code == 404
    assert handler.get(f"{program.base}/filings/{other}/export/docx").status_code == 404
    move = handler.post(f"{program.base}/filings/{other}/moves/submit", data={"csrf": handler.csrf})
    assert move.status_code == 404


def test_units_do_not_reach_the_administrators_pages(program, handler):
    for address in ["/admin/units", "/admin/people", "/admin/people/1", "/admin/tasks"]:
        assert handler.get(program.base + address).status_code == 403, address
    made = handler.post(
        program.base + "/admin/units", data={"csrf": handler.csrf, "code": "999001", "name": "多出的单位"}
    )
    assert made.status_code == 403


def test_the_head_reviews_subordinates_and_never_its_own(program):
    head = program.session("sh101001")
    own, subordinate = program.filing("101001"), program.filing("101002")
    assert "审核通过" in head.get(f"{program.base}/filings/{subordinate}/check").text
    refused = head.post(f"{program.base}/filings/{own}/moves/approve", data={"csrf": head.csrf})
    assert refused.status_code in (403, 409)
    handler = program.session("jb101001")
    for move in ["approve", "return"]:
        answer = handler.post(
            f"{program.base}/filings/{own}/moves/{move}", data={"csrf": handler.csrf, "reason": "请修改"}
        )
        assert answer.status_code == 403


def test_a_return_without_reason_keeps_the_page_and_moves_nothing(program):
    head = program.session("sh101001")
    filing = program.filing("101002")
    answer = head.post(f"{program.base}/filings/{filing}/moves/return", data={"csrf": head.csrf, "reason": "  "})
    assert answer.status_code == 422 and "请填写原因" in answer.text
    assert "待主管部门审核" in head.get(f"{program.base}/filings/{filing}/check").text


def test_a_move_made_on_an_old_page_is_409(program):
    head = program.session("sh101001")
    filing = program.filing("101002")
    answer = head.post(f"{program.base}/filings/{filing}/moves/approve", data={"csrf": head.csrf, "version": "1"})
    assert answer.status_code == 409


def test_a_filing_under_review_cannot_be_changed(program):
    handler = program.session("jb401001")
    filing = program.filing("401001")
    answer = program.save(handler, filing, {"base/abroad/final": "1"})
    assert answer.status_code == 409 and "待单位审核" in answer.json()["message"]


def word_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("报告.exe", b"MZ", "不能上传"),
        ("报告.docx", b"%PDF-1.7", "不是docx格式"),
        ("报告.pdf", b"PK\x03\x04", "不是pdf格式"),
        ("报告.docx", b"", "空"),
        ("报告", b"%PDF-1.7", "不能上传"),
    ],
)
def test_wrong_files_are_refused_beside_the_field(program, handler, filing, name, content, message):
    answer = handler.post(
        f"{program.base}/filings/{filing}/files",
        data={"csrf": handler.csrf, "requirement": "report"},
        files={"file": (name, content)},
    )
    assert answer.status_code == 422 and message in answer.text
    assert "还没有文件" in handler.get(f"{program.base}/filings/{filing}/files").text


def test_a_huge_upload_is_413_and_a_good_one_is_kept_whole(program, handler, filing):
    address = f"{program.base}/filings/{filing}/files"
    fields = {"csrf": handler.csrf, "requirement": "report"}
    huge = handler.post(address, data=fields, files={"file": ("大.pdf", b"%PDF-" + b"0" * 22_000_000)})
    assert huge.status_code == 413
    content = word_file()
    good = handler.post(address, data=fields, files={"file": ("../../自评 报告.docx", content)})
    assert good.status_code == 200 and "自评 报告.docx" in good.text and "../" not in good.text
    link = re.search(r'href="(/filings/\d+/files/\d+)"', good.text).group(1)
    back = handler.get(program.base + link)
    assert back.content == content and back.headers["Content-Disposition"].startswith("attachment")


def test_an_ended_session_is_told_and_changes_nothing(program, filing):
    stranger = requests.Session()
    stranger.csrf = "0" * 32
    assert program.save(stranger, filing, {"base/abroad/final": "8"}).status_code == 401
    page = stranger.get(f"{program.base}/filings/{filing}/check", allow_redirects=False)
    assert page.status_code == 303 and page.headers["Location"].startswith("/sign-in?next=/filings/")
    asked = stranger.get(program.base + "/sign-in?next=//example.com")
    assert "example.com" not in asked.text


def test_five_wrong_secrets_lock_without_telling_whether_the_account_exists(program):
    def attempt(name: str, secret: str) -> requests.Response:
        return requests.post(program.base + "/sign-in", data={"name": name, "secret": secret}, allow_redirects=False)

    answers = [attempt(name, "wrong") for name in ["sh601001"] * 5 + ["nobody"]]
    pages = {re.sub("sh601001|nobody", "", answer.text) for answer in answers}
    assert len(pages) == 1 and {answer.status_code for answer in answers} == {422}
    right = program.accounts["sh601001"]["secret"]
    assert attempt("sh601001", right).status_code == 422
    program.run("account", "reset", "sh601001")


def test_an_explanation_that_is_not_taken_stays_in_its_box_and_writes_nothing(program, handler, filing):
    check, history = f"{program.base}/filings/{filing}/check", f"{program.base}/filings/{filing}/history"
    page = handler.get(check).text
    key = re.search(r'class="explain".*?name="key" value="([^"]+)"', page, re.S)[1].replace("&#34;", '"').replace("&amp;", "&")
    before = handler.get(history).text
    for text, message in (("同上", "说明须为 4 至 500 字，现有 2 字。"), ("", "请填写说明。")):
        answer = handler.post(
            f"{program.base}/filings/{filing}/explanations", data={"csrf": handler.csrf, "key": key, "text": text})
        assert answer.status_code == 422
        assert answer.text.count(message) == 2 and f">{text}</textarea>" in answer.text
    assert handler.get(history).text == before


def test_an_own_secret_is_changed_only_by_those_who_know_it(program):
    session, account = program.session("sh501001"), f"{program.base}/account"
    new = "另一个很长的密码 2025"
    for present, message in (("", "密码不对。"), ("wrong", "密码不对。")):
        answer = session.post(account, data={"csrf": session.csrf, "present": present, "secret": new, "repeated": new})
        assert answer.status_code == 422 and message in answer.text
    answer = session.post(account, allow_redirects=False, data={
        "csrf": session.csrf, "present": program.own_secret("sh501001"), "secret": new, "repeated": new})
    assert answer.status_code == 303
    fresh = requests.post(program.base + "/sign-in", data={"name": "sh501001", "secret": new}, allow_redirects=False)
    assert fresh.status_code == 303
    program.secrets["sh501001"] = new


def test_two_editors_of_one_cell_see_each_others_text(program, handler, filing):
    address = f"{program.base}/filings/{filing}/cells"
    headers = {"X-CSRF-Token": handler.csrf}
    cell = "base/procurement/last"
    program.save(handler, filing, {cell: "10"})
    change = {"changes": [{"cell": cell, "text": "12", "was": "9"}]}
    body = handler.post(address, json=change, headers=headers).json()
    assert body["conflicts"][0]["cell"] == cell and body["conflicts"][0]["theirs"] == "10"
    assert body["conflicts"][0]["by"]
    assert shown(program, handler, filing, cell) == "10"


def test_budget_data_needs_a_token_and_names_what_is_wrong(program, filing):
    address = program.base + "/api/v1/budget-data/2024/601001"
    values = [{"place": "base/reception/budget", "value": "6.66"}]
    assert requests.put(address, json=values).status_code == 401
    token = program.run("account", "token", "预算系统").strip()
    headers = {"Authorization": f"Bearer {token}"}
    assert requests.put(address, json=values, headers={"Authorization": "Bearer 0"}).status_code == 401
    bad = requests.put(address, json=[{"place": "nowhere", "value": "1"}], headers=headers)
    assert bad.status_code == 422 and "nowhere" in bad.json()["problems"][0]["message"]
    taken = requests.put(address, json=values, headers=headers)
    assert taken.status_code == 200 and taken.json()["values"] == 1 and taken.json()["filings"] == 1
    page = program.session("jb601001").get(f"{program.base}/filings/{filing}/sheets/base").text
    assert 'data-synced="6.66"' in page


def test_after_all_of_this_the_history_fits_the_content(program):
    assert program.run("verify").strip().endswith("没有发现问题。")
