"""Lists and summaries speak in the words of their readers: titles, names, points in words, nothing empty in a frame."""

import re



def main(desk, path):
    assert desk.go(path) == 200
    return desk.page.locator("main").inner_text()


def test_policies_are_called_by_their_titles(desks, program):
    tasks = main(desks("admin"), "/admin/tasks")
    score = main(desks("jb201001"), f"/filings/{program.filing('201001')}/score")
    for text in (tasks, score):
        assert "hunan-2024" not in text
    row = desks("admin").page.locator('td[data-label="制度"]').first.inner_text()
    titles = [label.inner_text() for label in desks("admin").page.locator("#policies label").all()]
    assert all(title in titles for title in row.split("、")) and "制度《" in score


def test_grades_are_told_in_words_with_their_ends(desks, program):
    score = main(desks("jb201001"), f"/filings/{program.filing('201001')}/score")
    assert "等级：优秀，大于 90 分至 100 分（含）" in score


def test_a_local_check_is_told_in_the_words_of_its_form(desks):
    assert "公用经费，2024年预算数 ≤ 部门基本支出预算调整，2024年预算数" in main(desks("finance"), "/rules/L01")


def test_people_stand_with_the_names_of_their_units(desks):
    assert "201001 云溪县商务局 经办岗" in main(desks("admin"), "/admin/people")
    row = desks("admin").page.locator("tbody tr", has=desks("admin").page.get_by_text("jb201001", exact=True))
    row.get_by_role("link", name=re.compile("修改")).click()
    assert desks("admin").page.get_by_label("201001 云溪县商务局 经办岗", exact=True).is_checked()


def test_nothing_to_do_draws_no_frame(desks):
    assert "现在没有等您处理的事。" in main(desks("jb201001"), "/")
    assert desks("jb201001").page.locator(".todo").count() == 0
    main(desks("jb101003"), "/")
    assert desks("jb101003").page.locator(".todo-item").count() == 1


def test_a_blank_cell_behind_its_words_makes_no_tall_row(desks, program):
    """自评表 prints 其中：… before some cells; blank ones are as high as filled ones."""
    desk = desks("finance")
    desk.open_sheet(program.filing("201001"), "self")
    heights = desk.page.evaluate("""() => [...document.querySelectorAll('.sheet .prefix ~ .value')].map(value => {
      const text = value.textContent;
      const row = value.closest('tr');
      value.textContent = '1';
      const filled = row.getBoundingClientRect().height;
      value.textContent = '';
      const blank = row.getBoundingClientRect().height;
      value.textContent = text;
      return [filled, blank];
    })""")
    assert len(heights) > 3
    assert [pair for pair in heights if pair[0] != pair[1]] == []


def test_a_form_fits_a_screen_of_1280_pixels(desks, program):
    desk = desks("jb101003")
    desk.page.set_viewport_size({"width": 1280, "height": 800})
    for sheet in ("base", "self"):
        desk.open_sheet(program.filing("101003"), sheet)
        rest = desk.page.locator(".sheet-scroll").evaluate("box => [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]")
        assert rest[0] <= 0 and rest[1] <= 0, (sheet, rest)
    desk.page.set_viewport_size({"width": 1366, "height": 900})


def test_what_is_printed_has_even_lines_and_nothing_to_press(desks, program):
    desk = desks("finance")
    desk.page.emulate_media(media="print")
    desk.open_sheet(program.filing("201001"), "self")
    assert desk.page.locator("table.sheet").evaluate("table => getComputedStyle(table).borderCollapse") == "collapse"
    desk.go("/tasks/1/progress")
    for pressed in (".list .tick", ".bulk-bar", ".filters"):
        assert desk.page.locator(pressed).first.is_hidden()
    desk.page.emulate_media(media="screen")
