"""Every page, as each role, on office screens and a phone: fits, is not cut, is accessible, and loads cleanly."""

import os
import tempfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

SHOTS = Path(os.environ.get("SHOTS") or Path(tempfile.gettempdir()) / "jiheng-shots")
WIDTHS = [1366, 1440, 390]

FILING_PAGES = [
    "sheets/base", "sheets/self", "projects", "sheets/report", "sheets/projectReport", "files", "check", "score",
    "history", "changes",
]
ROLES = {
    # account: (pages, units whose filing is looked at)
    "jb601001": (["/", "/filings", "/reviews", "/query", "/account", "/checkup", "/rules", "/rules/B16", "/rules/T01",
                  "/help"], ["601001"]),
    "jb101003": (["/"], ["101003"]),
    "sh401001": (["/", "/reviews"], ["401001"]),
    "sh101001": (["/reviews", "/progress", "/search?q=学生", "/statistics"], ["101002"]),
    "jb201001": (["/filings"], ["201001"]),
    "finance": (["/", "/reviews", "/query", "/query?stage=done", "/progress", "/tasks/1/progress?mark=missing",
                 "/tasks/1/reminders", "/tasks/1/samples", "/tasks/1/results", "/tasks/1/disclosures", "/admin/tasks",
                 "/admin/tasks/1", "/search", "/search?q=专项", "/statistics", "/statistics/sums",
                 "/statistics/item?item=base/threePublic/final"], ["301001", "202001"]),
    "admin": (["/", "/admin/units", "/admin/units/201001", "/admin/people", "/admin/people/1",
               "/admin/people/4/handover", "/admin/separation", "/admin/retention", "/admin/second-factor", "/admin/log", "/admin/backups", "/admin/policies", "/admin/policy-comparison", "/admin/tasks", "/admin/tasks/1",
               "/admin/calendar", "/admin/tokens", "/api"], []),
}

# Text that does not fit where it stands, and a page wider than the window.
CUT = """() => {
  const cut = [];
  for (const element of document.querySelectorAll('h1,h2,button,a.button,th,td,input,textarea,label,.notice')) {
    const style = getComputedStyle(element);
    if (!element.offsetParent || style.visibility === 'hidden' || element.closest('.visually-hidden')) continue;
    const isField = element.matches('input:not([type=file]):not([type=date]),textarea:not([wrap=off])');
    const hides = isField || style.overflowX === 'hidden' || style.textOverflow === 'ellipsis';
    if (hides && element.scrollWidth > element.clientWidth + 2) {
      cut.push(`${element.tagName} ${element.className} ${element.id}: ${(element.value || element.textContent).trim().slice(0, 40)}`);
    }
  }
  return cut;
}"""


@pytest.fixture(scope="module", params=list(ROLES))
def visit(request, browser, program):
    account = request.param
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="zh-CN")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    page.on(
        "response",
        lambda answer: troubles.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
    )
    program.sign_in(page, account)
    yield account, page, troubles
    context.close()


def addresses(account: str, program) -> list[str]:
    pages, units = ROLES[account]
    return pages + [f"/filings/{program.filing(unit)}/{part}" for unit in units for part in FILING_PAGES]


def shot_name(account: str, address: str, width: int, units: dict) -> str:
    return f"{account}{address.replace('/', '-').replace('?', '-')}-{width}.png"


def test_fit_are_not_cut_and_load_cleanly(visit, program):
    account, page, troubles = visit
    SHOTS.mkdir(parents=True, exist_ok=True)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses(account, program):
            answer = page.goto(program.base + address)
            page.wait_for_timeout(150)
            if answer.status != 200:
                found.append(f"{address}: {answer.status}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.append(f"{address} at {width}: {wide} px wide")
            found += [f"{address} at {width}: cut: {text}" for text in page.evaluate(CUT)]
            page.screenshot(path=SHOTS / shot_name(account, address, width, program.units), full_page=True)
    assert found + troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_have_no_accessibility_violation(visit, program, scheme):
    account, page, _ = visit
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 1366, "height": 900})
    found = []
    for address in addresses(account, program):
        page.goto(program.base + address)
        page.wait_for_timeout(100)
        for violation in Axe().run(page).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            found.append(f"{address} {scheme}: {violation['id']}: {nodes}")
    page.emulate_media(color_scheme="light")
    assert found == []


def test_answer_with_and_without_a_closing_slash(visit, program):
    account, page, _ = visit
    for address in addresses(account, program):
        if "?" in address or address == "/":
            continue
        assert page.request.get(program.base + address + "/").status == 200, address


def test_sign_in_and_error_pages_fit_too(browser, program):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    for address, status in [("/sign-in", 200), ("/nowhere", 404), ("/filings/999999", 200)]:
        answer = page.goto(program.base + address)
        assert answer.status == status, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        assert Axe().run(page).violations_count == 0, address
        page.screenshot(path=SHOTS / f"anyone{address.replace('/', '-')}-390.png")
    context.close()
