"""A filing that came back: unit and reviewer are told while its content is still what it was."""

UNIT = "101002"


def test_a_return_after_which_nothing_changed_is_told_on_both_sides(program):
    filing = program.filing(UNIT)
    check = f"{program.base}/filings/{filing}/check"

    def move(account, name, **fields):
        session = program.session(account)
        answer = session.post(
            f"{program.base}/filings/{filing}/moves/{name}", data={"csrf": session.csrf, **fields}, allow_redirects=False)
        assert answer.status_code == 303, answer.text
        return session

    move("sh101001", "return", to="drafting", reason="请补充佐证材料。")
    unit = program.session(f"jb{UNIT}")
    assert "退回后内容还没有修改。" in unit.get(check).text
    move(f"jb{UNIT}", "submit")
    reviewer = program.session(f"sh{UNIT}")
    assert "退回后内容没有修改就再次送审。" in reviewer.get(check).text
    move(f"sh{UNIT}", "return", to="drafting", reason="仍未补充佐证材料。")
    assert program.save(unit, filing, {"base/abroad/last": "0.75"}).status_code == 200
    assert "没有修改" not in unit.get(check).text
