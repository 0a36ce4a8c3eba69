"""The first steps: the printed link, units, people, the task, and the gate before the lead unit."""

from desk import SECRET
from story import DEADLINE, LEAD, SUB, Story


class Begin(Story):
    def test_the_printed_link_makes_the_first_administrator_once(self):
        link = self.county.begin()
        assert self.county["admin"].heading() == "郑管理，您好"
        stranger = self.county.desk("stranger")
        assert stranger.go(link) == 404
        stranger.forgive("404")

    def test_the_administrator_makes_units_people_and_the_task(self):
        county = self.county
        for code in (LEAD, SUB):
            county.add_unit(code, self.unit(code))
            county.add_person(f"jb{code}", f"经办{code[-1]}", ["经办岗"], code)
            county.add_person(f"sh{code}", f"审核{code[-1]}", ["审核岗"], code)
        county.add_person("both", "兼岗", ["经办岗", "审核岗"], SUB)
        county.add_person("finance", "财政经办", ["绩效经办"])
        county.launch("2024年度绩效自评", "2024", self.policies, DEADLINE)
        page = county["admin"].page
        assert page.locator("tbody tr").count() == 1
        page.goto("/admin/units")
        assert page.locator("tbody tr").count() == 2

    def test_everyone_chooses_an_own_secret_and_the_one_time_secret_is_void(self):
        self.county.let_in()
        stranger = self.county["stranger"]
        stranger.sign_in(f"jb{SUB}", self.county.secrets[f"jb{SUB}"])
        assert "账号、密码或动态验证码不对" in stranger.page.locator(".error-summary").inner_text()
        stranger.forgive("422")
        stranger.sign_in(f"jb{SUB}", SECRET)
        assert stranger.heading() == "经办2，您好"

    def test_the_lead_unit_cannot_begin_before_its_subordinate_is_done(self):
        lead = self.county[f"jb{LEAD}"]
        lead.go("/filings")
        row = lead.page.locator("tbody tr")
        assert row.get_by_role("button", name="填报").is_disabled()
        assert f"所属单位尚未全部办结：{self.subordinate}。" in row.inner_text()
        path = row.locator("form").get_attribute("action")
        status, text = lead.send(path, f"csrf={lead.token()}")
        lead.forgive("409")
        assert status == 409 and f"所属单位尚未全部办结：{self.subordinate}。" in text
        lead.go("/filings")
        assert row.locator(".state").inner_text() == "未填报"
