"""What of the demo county anybody can read: two units have published, one of them with a correction."""

import pytest
from desk import Desk
from program import Program
from test_bureau import launched, main
from test_publication import looks

NOTE = "补充自评工作的联系人和电话。"


@pytest.fixture(scope="module")
def program():
    program = Program.demo(published=True)
    yield program
    program.end()


@pytest.fixture
def stranger(browser, program):
    desk = Desk(browser, program.base, viewport={"width": 1366, "height": 900})
    yield desk
    assert desk.faults == []
    desk.close()


def test_strangers_find_both_units_and_their_files(stranger, program):
    stranger.go("/public")
    names = stranger.page.locator("tbody th a").all_inner_texts()
    assert sorted(names) == ["云溪县商务局", "云溪县国际贸易促进委员会"]
    looks(stranger, "demo-public", 1366)
    published = {(item["unit"], item["version"]) for item in program.made["publications"]}
    assert published == {("201001", 1), ("202001", 1), ("202001", 2)}
    for item in program.made["publications"]:
        for kind in ("docx", "pdf", "json", "csv"):
            path = f"{program.base}/public/{item['filing']}/{item['version']}/{kind}"
            assert stranger.page.request.get(path).status == 200, path


def test_the_correction_says_what_it_corrects(stranger, program):
    filing = program.filing("202001")
    stranger.go(f"/public/{filing}")
    text = main(stranger)
    assert "第 2 版" in text and NOTE in text and "何俊" in text and "0739-5550166" in text
    looks(stranger, "demo-public-filing", 1366)
    stranger.go(f"/public/{filing}/1")
    assert "何俊" not in main(stranger)


def test_the_ledger_tells_who_has_published_by_when(desks):
    desk = desks("finance")
    task = launched(desk)
    desk.go(f"/tasks/{task}/disclosures")
    tiles = desk.page.locator("a.tile", has_text="已公开")
    assert tiles.locator(".tile-figure").inner_text() == "2"
    assert "公开期限" in desk.page.locator(".head").inner_text()
