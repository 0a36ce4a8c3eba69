"""What every unit is going to report: the filings of a demo county of the same size, taken out by the interface."""

from program import Program
from test_api import SCOPES, Client


class Plan:
    """Units, the contents of their filings, and what is wrong in some of them on purpose."""

    def __init__(self, units, projects, faults, seed):
        program = Program.demo(demo=(
            "--units", str(units), "--projects", str(projects), "--faults", str(faults), "--seed", str(seed)))
        try:
            self.units = {code: unit["name"] for code, unit in sorted(program.units.items())}
            self.faults = {fault["unit"]: fault for fault in program.made["faults"]}
            client = Client(program, "finance", SCOPES)
            self.contents = {
                code: client("GET", f"/filings/{unit['filing']}/content").json()
                for code, unit in program.units.items() if unit["stage"] != "notStarted"}
        finally:
            program.end()

    @property
    def order(self):
        """Units in the order in which they can report: institutions before their departments."""
        return sorted(self.contents, key=lambda code: (code.endswith("001"), code))

    def institutions(self, lead):
        """The other units of a department."""
        return [code for code in self.units if code[:3] == lead[:3] and code != lead]


def structure(wanted, present):
    """The edits that give a filing the sheets, lines and indicators of another one."""
    edits = []
    known = {sheet["id"]: sheet for sheet in present["sheets"]}
    edits += [{"edit": "addProject"} for sheet in wanted["sheets"] if sheet["id"] not in known]
    for sheet in wanted["sheets"]:
        before = known.get(sheet["id"], {})
        tree, old = sheet.get("indicators"), before.get("indicators")
        if tree and old and tree["tree"] != old["tree"]:
            edits.append({"edit": "chooseTree", "sheet": sheet["id"], "name": tree["tree"]})
        for node in tree["removed"] if tree else []:
            edits.append({"edit": "removeNode", "sheet": sheet["id"], "name": node})
        had = {line["row"] for line in before.get("lines", [])}
        # Lines are numbered as they are added.
        for line in sorted(sheet.get("lines", []), key=lambda line: int(line["row"][1:])):
            if line["row"] not in had:
                edits.append({"edit": "addLine", "sheet": sheet["id"], "name": line["under"]})
    return edits


def texts(content):
    """Everything that was typed, by cell."""
    cells = {
        cell["address"]: cell["text"] for sheet in content["sheets"] for cell in sheet["cells"]
        if cell["origin"] == "typed" and cell["text"]}
    for report in content["reports"]:
        cells |= {f"{report['id']}/{section['id']}/text": section["raw"] for section in report["sections"]
                  if section["raw"]}
    return cells
