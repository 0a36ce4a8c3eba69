"""Where things stand: short lists are not cut, captions stand over their form, inputs of one row on one line."""

import pytest

UNIT = "601001"


@pytest.fixture(scope="module")
def filing(program):
    return program.filing(UNIT)


def box(locator):
    return locator.bounding_box()


def own_scroll(locator):
    """By how many pixels something scrolls within itself, downwards."""
    return locator.evaluate("item => item.scrollHeight - item.clientHeight")


@pytest.mark.parametrize("path", ["/query", "/tasks/1/progress", "/tasks/1/disclosures"])
def test_a_list_that_is_short_scrolls_with_its_page(desks, path):
    desk = desks("finance")
    desk.page.set_viewport_size({"width": 1366, "height": 600})
    desk.go(path)
    rows = desk.page.locator(".list-scroll.tall tbody tr")
    assert rows.count() == 10 and own_scroll(desk.page.locator(".list-scroll.tall")) <= 0
    desk.page.set_viewport_size({"width": 1366, "height": 900})


def test_a_long_one_keeps_its_heading_in_view(desks):
    desk = desks("finance")
    desk.go("/query")
    desk.page.locator(".list-scroll.tall tbody").evaluate(
        "body => { for (let count = 0; count < 30; count += 1) body.append(body.rows[0].cloneNode(true)); }")
    scroll = desk.page.locator(".list-scroll.tall")
    assert own_scroll(scroll) > 0
    scroll.evaluate("item => item.scrollTo(0, 500)")
    assert abs(box(scroll.locator("thead th").first)["y"] - box(scroll)["y"]) < 3


def test_the_unit_of_a_form_ends_where_the_form_ends_while_it_is_filled_in(desks, filing):
    desk = desks(f"jb{UNIT}")
    for sheet in ("base", "self"):
        desk.open_sheet(filing, sheet)
        edge = max(box(cell)["x"] + box(cell)["width"] for cell in desk.page.locator("table.sheet tr").nth(1)
                   .locator("th, td:not(.row-tools)").all())
        note = desk.page.locator("caption .unit-note").evaluate(
            "note => { const range = document.createRange(); range.selectNodeContents(note);"
            " return range.getBoundingClientRect().right; }")
        assert abs(edge - note) < 3


def test_the_column_of_reasons_has_room_for_sentences(desks, filing):
    desk = desks(f"jb{UNIT}")
    desk.open_sheet(filing, "self")
    reasons = desk.page.locator('textarea[name^="self/"][name$="/reason"]')
    assert reasons.count() > 0
    assert min(box(field)["width"] for field in reasons.all()) >= 200
    assert own_scroll(desk.page.locator(".sheet-scroll").first) <= 0


def test_on_a_telephone_a_form_scrolls_sideways_only(desks, filing):
    desk = desks(f"jb{UNIT}")
    desk.page.set_viewport_size({"width": 390, "height": 844})
    for sheet in ("base", "self"):
        desk.open_sheet(filing, sheet)
        assert own_scroll(desk.page.locator(".sheet-scroll").first) <= 0
    desk.page.set_viewport_size({"width": 1366, "height": 900})


def test_the_days_of_a_post_are_asked_for_on_one_line(desks):
    desk = desks("admin")
    desk.go("/admin/people")
    assert box(desk.page.locator("#from"))["y"] == box(desk.page.locator("#until"))["y"]


def test_the_buttons_of_publication_stand_clear_of_the_card_below(desks, program):
    desk = desks("finance")
    desk.go(f"/filings/{program.filing('201001')}/publication")
    button = box(desk.page.get_by_role("link", name="预览公开稿"))
    card = box(desk.page.locator("form.panel", has_text="登记公开情况"))
    assert card["y"] - (button["y"] + button["height"]) >= 8
