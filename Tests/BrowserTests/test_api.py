"""Other systems read and act through /api/v1 with tokens that the administrator gives out."""

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest
import requests
from axe_playwright_python.sync_playwright import Axe
from program import Program
from test_pages import CUT, SHOTS

SCOPES = ["units:read", "people:read", "tasks:read", "tasks:write", "filings:read", "filings:write", "filings:move",
          "publications:write", "budget:write"]


class Client:
    """Another system with its token."""

    def __init__(self, program, account="", scopes=SCOPES):
        self.base = program.base + "/api/v1"
        with_account = ("--account", account) if account else ()
        self.token = program.run("account", "token", "外部系统", *with_account, "--scopes", *scopes).strip()

    def __call__(self, method, path, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers.setdefault("Authorization", f"Bearer {self.token}")
        return requests.request(method, self.base + path, json=body, headers=headers, timeout=30)

    def all(self, path):
        """Every item of a list, page by page."""
        items, cursor = [], ""
        while cursor is not None:
            answer = self("GET", f"{path}{'&' if '?' in path else '?'}{'cursor=' + cursor if cursor else ''}").json()
            items += answer["items"]
            cursor = answer["next"]
        return items


def picture(page, name):
    """A picture on a desk and on a telephone, where everything fits and can be read by all."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width in [390, 1366]:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT) == []
        assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []


def problem(answer, status, kind):
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["type"] == f"urn:jiheng:problem:{kind}" and told["status"] == status and told["detail"]
    return told


@pytest.fixture(scope="module")
def bureau(program):
    return Client(program, "finance")


@pytest.fixture(scope="module")
def handler(program):
    return Client(program, "jb601001")


def test_lists_go_on_page_by_page(program, bureau):
    first = bureau("GET", "/units?limit=4")
    assert [unit["code"] for unit in first.json()["items"]] == ["101001", "101002", "101003", "201001"]
    following = re.search(r'<(/api/v1[^>]+)>; rel="next"', first.headers["Link"]).group(1)
    second = bureau("GET", following.removeprefix("/api/v1"))
    assert [unit["code"] for unit in second.json()["items"]][0] == "201002"
    assert len(bureau.all("/units?limit=3")) == len(program.units) == len(bureau.all("/filings?limit=3"))
    assert bureau("GET", "/units?limit=200").headers.get("Link") is None
    assert [unit["name"] for unit in bureau("GET", "/units?q=教育局").json()["items"]] == ["云溪县教育局"]


def test_everybody_sees_what_the_account_sees(program, bureau, handler):
    assert [filing["unit"]["code"] for filing in handler.all("/filings")] == ["601001"]
    lead = Client(program, "sh101001")
    assert {filing["unit"]["code"] for filing in lead.all("/filings")} == {"101001", "101002", "101003"}
    assert [unit["code"] for unit in handler.all("/units")] == ["601001"]
    stages = {filing["unit"]["code"]: filing["stage"] for filing in bureau.all("/filings")}
    assert stages == {code: unit["stage"] for code, unit in program.units.items()}
    other = program.filing("201001")
    for path in ["", "/content", "/findings", "/history", "/files", "/publications"]:
        problem(handler("GET", f"/filings/{other}{path}"), 404, "not-found")
    problem(handler("GET", "/people"), 403, "forbidden")
    problem(Client(program, "jb101002")("GET", "/tasks/1/progress"), 403, "forbidden")
    assert handler("GET", "/tasks/1/progress").json()["expected"] == 1
    people = Client(program, "admin").all("/people")
    assert {"jb601001", "finance"} <= {person["account"] for person in people}
    assert "13800000001" not in json.dumps(people)


def test_progress_adds_up(bureau):
    (task,) = bureau.all("/tasks")
    progress = bureau("GET", f"/tasks/{task['id']}/progress").json()
    stages = ["notStarted", "drafting", "unitReview", "departmentReview", "financeReview", "done"]
    assert sum(progress[stage] for stage in stages) == progress["expected"] == 10 and progress["returned"] == 1


def test_tokens_are_needed_good_and_wide_enough(program, bureau):
    for header in ["", "Bearer", "Bearer 0", "Basic eDp5"]:
        answer = bureau("GET", "/units", Authorization=header)
        problem(answer, 401, "token-needed")
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    narrow = Client(program, "finance", ["tasks:read"])
    assert narrow("GET", "/tasks").status_code == 200
    assert "units:read" in problem(narrow("GET", "/units"), 403, "forbidden")["detail"]
    budget = Client(program, scopes=["budget:write"])
    problem(budget("GET", "/units"), 403, "forbidden")
    # A session of a browser is no token.
    assert program.session("finance").get(program.base + "/api/v1/units").status_code == 401


def test_what_is_asked_wrongly_is_told(program, bureau):
    assert problem(bureau("GET", "/units?limit=201"), 422, "invalid")["problems"][0]["field"] == "limit"
    problem(bureau("GET", "/units?cursor=x"), 422, "invalid")
    problem(bureau("GET", "/filings?stage=nowhere"), 422, "invalid")
    problem(bureau("GET", "/filings?unti=601001"), 422, "invalid")
    problem(bureau("GET", "/nowhere"), 404, "not-found")
    refused = bureau("DELETE", "/units")
    problem(refused, 405, "wrong-method")
    assert refused.headers["Allow"] == "GET"
    address = f"{bureau.base}/tasks"
    headers = {"Authorization": f"Bearer {bureau.token}"}
    problem(requests.post(address, data="{}", headers=headers), 415, "wrong-media-type")
    headers["Content-Type"] = "application/json"
    problem(requests.post(address, data="{", headers=headers), 400, "malformed")
    problem(requests.post(address, data=b" " * 5_000_000, headers=headers), 413, "too-large")
    fields = {item["field"] for item in problem(bureau("POST", "/tasks", {"year": "2024"}), 422, "invalid")["problems"]}
    assert fields == {"title", "year", "policies", "deadline"}


def test_cells_are_edited_at_the_version_that_was_read(program, handler):
    path = f"/filings/{program.filing('601001')}"
    tag = handler("GET", path).headers["ETag"]
    change = {"changes": [{"cell": "base/abroad/last", "text": "3.5"}, {"cell": "base/abroad/budget", "text": "五万"}]}
    answer = handler("PATCH", path + "/cells", change, If_Match=tag)
    assert answer.status_code == 200, answer.text
    assert answer.json()["changed"] == 1 and answer.json()["problems"][0]["field"] == "base/abroad/budget"
    assert answer.headers["ETag"] == f'"{answer.json()["version"]}"' != tag
    problem(handler("PATCH", path + "/cells", change, If_Match=tag), 412, "version-passed")
    content = handler("GET", path + "/content").json()
    cells = {cell["address"]: cell["text"] for sheet in content["sheets"] for cell in sheet["cells"]}
    assert cells["base/abroad/last"] == "3.5"
    only_wrong = {"changes": [{"cell": "base/abroad/budget", "text": "五万"}]}
    assert problem(handler("PATCH", path + "/cells", only_wrong), 422, "invalid")["problems"]
    stale = {"changes": [{"cell": "base/abroad/last", "text": "4", "was": "1"}]}
    problem(handler("PATCH", path + "/cells", stale), 409, "stale")
    added = handler("PATCH", path + "/cells", {"changes": [], "structure": [{"edit": "addProject"}]})
    assert added.status_code == 200 and added.json()["changed"] == 1
    reviewer = Client(program, "sh601001")
    problem(reviewer("PATCH", path + "/cells", change), 403, "forbidden")


def test_an_act_under_a_key_is_done_once(program, bureau, handler):
    task = {"title": "复查", "year": 2024, "policies": ["hunan-2024-department"], "deadline": "2025-12-31"}
    first = bureau("POST", "/tasks", task, Idempotency_Key="k1")
    assert first.status_code == 201 and first.json()["phase"] == "draft", first.text
    again = bureau("POST", "/tasks", task, Idempotency_Key="k1")
    assert again.status_code == 201 and again.json() == first.json()
    assert again.headers["Idempotent-Replayed"] == "true" and again.headers["Location"] == first.headers["Location"]
    problem(bureau("POST", "/tasks", {**task, "title": "另一个"}, Idempotency_Key="k1"), 422, "key-in-use")
    assert Client(program, "finance")("POST", "/tasks", task, Idempotency_Key="k1").json()["id"] != first.json()["id"]
    # What was refused may be tried again under its key.
    wrong = {**task, "policies": ["none"]}
    problem(bureau("POST", "/tasks", wrong, Idempotency_Key="k2"), 422, "invalid")
    assert bureau("POST", "/tasks", task, Idempotency_Key="k2").status_code == 201
    assert bureau("GET", first.headers["Location"].removeprefix("/api/v1")).json() == first.json()
    # Units see nothing of a draft.
    problem(handler("GET", f"/tasks/{first.json()['id']}"), 404, "not-found")


def test_a_task_is_launched_and_called_off(bureau, handler):
    task = {"title": "补充自评", "year": 2024, "policies": ["hunan-2024-department"], "deadline": "2025-12-31",
            "units": ["601001"]}
    path = f"/tasks/{bureau('POST', '/tasks', task).json()['id']}"
    assert bureau("POST", path + "/moves", {"move": "launch"}).json()["phase"] == "launched"
    problem(bureau("POST", path + "/moves", {"move": "launch"}), 409, "refused")
    assert handler("GET", path).status_code == 200
    problem(bureau("POST", path + "/moves", {"move": "cancel"}), 422, "invalid")
    assert bureau("POST", path + "/moves", {"move": "cancel", "reason": "下达有误"}).json()["phase"] == "cancelled"
    problem(handler("GET", path), 404, "not-found")


def test_a_filing_goes_from_filling_to_publication(program, bureau):
    """The unit's people and the bureau, each with a token of their own."""
    filing = f"/filings/{program.filing('401001')}"
    reviewer = Client(program, "sh401001")
    moves = {move["move"]: move for move in reviewer("GET", filing).json()["moves"]}
    assert moves["approve"]["isOpen"] and not moves["submit"]["isOpen"] and moves["submit"]["refusals"]
    problem(reviewer("POST", filing + "/moves", {"move": "return"}), 422, "invalid")
    problem(bureau("POST", filing + "/moves", {"move": "approve"}), 403, "refused")
    tag = reviewer("GET", filing).headers["ETag"]
    problem(reviewer("POST", filing + "/moves", {"move": "approve"}, If_Match='"1"'), 412, "version-passed")
    assert reviewer("POST", filing + "/moves", {"move": "approve"}, If_Match=tag).json()["stage"] == "financeReview"
    problem(bureau("GET", filing + "/stretches"), 409, "refused")
    assert bureau("POST", filing + "/moves", {"move": "approve"}).json()["stage"] == "done"
    words = [entry["words"] for entry in bureau.all(filing + "/history?limit=2")]
    assert words[0].startswith("开始填报") and words[-1] == "审核通过：已办结"
    tag = bureau("GET", filing + "/stretches").headers["ETag"]
    problem(bureau("POST", filing + "/publications", {}), 409, "stale")
    made = bureau("POST", filing + "/publications", {}, If_Match=tag)
    assert made.status_code == 201 and made.json()["number"] == 1, made.text
    public = requests.get(program.base + made.headers["Location"])
    assert public.json()["personalFields"] == "masked" and public.json()["unit"]["code"] == "401001"
    listed = requests.get(f"{bureau.base}/publications?q=401001").json()["items"]
    assert [item["number"] for item in listed] == [1]
    gone = bureau("POST", filing + "/publications/1/withdrawal", {"reason": "需要更正"})
    assert gone.json()["withdrawnAt"] and gone.json()["withdrawalReason"] == "需要更正"
    path, reason = filing + "/moves", "决算批复调整了公用经费"
    problem(reviewer("POST", path, {"move": "reopen", "reason": reason}), 403, "refused")
    problem(bureau("POST", path, {"move": "reopen"}), 422, "invalid")
    problem(bureau("POST", path, {"move": "reopen", "reason": reason, "to": "departmentReview"}), 409, "refused")
    moves = {move["move"]: move for move in bureau("GET", filing).json()["moves"]}
    assert moves["reopen"]["destinations"] == ["drafting", "unitReview", "financeReview"]
    answer = bureau("POST", path, {"move": "reopen", "reason": reason, "to": "unitReview"})
    assert answer.json()["stage"] == "unitReview"
    assert bureau("GET", filing).json()["isReopened"] and bureau("GET", filing).json()["isReturned"]
    last = bureau.all(filing + "/history")[-1]
    assert (last["words"], last["reason"]) == ("重新打开：待单位审核", reason)
    assert requests.get(program.base + made.headers["Location"]).status_code == 404
    assert bureau("GET", filing + "/publications").json()["items"][0]["withdrawalReason"] == "需要更正"


def test_findings_are_told_and_explained(program):
    client = Client(program, "jb601001")
    filing = f"/filings/{program.filing('601001')}"
    raised = {"changes": [{"cell": "base/reception/final", "text": "50"}]}
    assert client("PATCH", filing + "/cells", raised).json()["changed"] == 1
    findings = client("GET", filing + "/findings").json()["items"]
    (key,) = [finding["key"] for finding in findings if finding["check"] == "Q21" and finding["severity"] == "warning"]
    explained = client("POST", filing + "/explanations", {"finding": key, "text": "已核对原始凭证，数据属实。"})
    assert explained.status_code == 200, explained.text
    told = {finding["key"]: finding["explanation"] for finding in client("GET", filing + "/findings").json()["items"]}
    assert told[key] == "已核对原始凭证，数据属实。"
    problem(client("POST", filing + "/explanations", {"finding": "none", "text": "说明说明"}), 404, "not-found")


def test_content_keeps_its_schema(program, bureau):
    folder = Path(__file__).resolve().parents[2] / "Documentation/Schemas"
    validator = jsonschema_rs.validator_for(json.loads((folder / "filing.schema.json").read_text()))
    for unit in ["201001", "101002", "501001"]:
        content = bureau("GET", f"/filings/{program.filing(unit)}/content").json()
        assert [error.message for error in validator.iter_errors(content)] == [], unit
    assert requests.get(bureau.base + "/openapi.json").text == (folder / "openapi.json").read_text()


def test_who_asks_too_often_waits(tmp_path):
    program = Program.demo("--api-rate", "5")
    try:
        client = Client(program, "finance")
        answers = [client("GET", "/units") for _ in range(6)]
        assert [answer.status_code for answer in answers[:5]] == [200] * 5
        problem(answers[5], 429, "asked-too-often")
        assert 1 <= int(answers[5].headers["Retry-After"]) <= 12
        assert Client(program, "finance")("GET", "/units").status_code == 200
    finally:
        program.end()


def test_the_administrator_gives_out_and_takes_back_tokens(program, page):
    program.sign_in(page, "admin")
    page.get_by_role("link", name="接口令牌").click()
    page.get_by_role("button", name="发放").click()
    assert page.get_by_role("alert").get_by_text("请填写系统名称").is_visible()
    page.get_by_label("系统名称").fill("县数据共享平台")
    page.get_by_label("读取自评、检查结果、历史和文件清单").check()
    page.get_by_role("button", name="发放").click()
    assert page.get_by_role("alert").get_by_text("以谁的身份").is_visible()
    assert page.get_by_label("读取自评、检查结果、历史和文件清单").is_checked()
    page.get_by_label("代表的账号").fill("finance")
    page.get_by_role("button", name="发放").click()
    token = page.locator("#secret").text_content()
    picture(page, "tokens")
    headers = {"Authorization": f"Bearer {token}"}
    assert requests.get(program.base + "/api/v1/filings", headers=headers).status_code == 200
    assert requests.get(program.base + "/api/v1/tasks", headers=headers).status_code == 403
    page.get_by_role("link", name="接口令牌").click()
    row = page.get_by_role("row", name="县数据共享平台")
    assert token not in page.content() and row.get_by_text("在用").is_visible()
    assert "没有使用过" not in row.text_content()
    row.locator("summary", has_text="收回").click()
    row.get_by_role("button", name="确定收回").click()
    assert row.get_by_text("已收回").is_visible()
    assert requests.get(program.base + "/api/v1/filings", headers=headers).status_code == 401


def test_the_page_tells_all_operations(program, page):
    page.goto(program.base + "/api")
    paths = requests.get(program.base + "/api/v1/openapi.json").json()["paths"]
    text = page.locator("main").text_content()
    for path, operations in paths.items():
        for method, operation in operations.items():
            assert f"{method.upper()} /api/v1{path}" in text and operation["summary"] in text
    picture(page, "api")
