"""Fills a filing as the editor's script does, without the editor: for tests that are about what follows."""

import re


class Filling:
    """One handler's filing, past the browser."""

    def __init__(self, program, account, unit):
        self.program = program
        self.session = program.session(account)
        self.filing = program.filing(unit)

    def post(self, path, **fields):
        answer = self.session.post(
            f"{self.program.base}/filings/{self.filing}/{path}", data={"csrf": self.session.csrf, **fields})
        assert answer.status_code == 200, f"{path} answered {answer.status_code}: {answer.text[-500:]}"
        return answer

    def page(self, sheet):
        return self.session.get(f"{self.program.base}/filings/{self.filing}/sheets/{sheet}").text

    def lines(self, sheet):
        """Addresses of the added lines, from the top."""
        return list(dict.fromkeys(re.findall(rf'data-cell="({sheet}/r\d+)/', self.page(sheet))))

    def add_line(self, sheet, under):
        before = set(self.lines(sheet))
        self.post(f"sheets/{sheet}", action=f"add:{under}")
        (new,) = set(self.lines(sheet)) - before
        return new

    def add_project(self):
        return self.post("projects").url.rsplit("/", 1)[1]

    def save(self, cells):
        """Saves cells, all of which must be taken. Answers what the program said."""
        answer = self.program.save(self.session, self.filing, cells)
        assert answer.status_code == 200, answer.text
        said = answer.json()
        assert (said["problems"], said["conflicts"]) == ([], [])
        return said

    def export(self, path):
        answer = self.session.get(f"{self.program.base}/filings/{self.filing}/export/docx")
        assert answer.status_code == 200
        path.write_bytes(answer.content)
        return path
