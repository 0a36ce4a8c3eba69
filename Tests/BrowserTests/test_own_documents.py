"""What the system exports, checked as a file again: it must not be told of what the system itself did not find."""

import json
import re
import subprocess

import pytest
from program import binary

# The day is written when the printed form is signed; its foot tells name and telephone, which are masked in what is
# published.
OF_PAPER = {"F05", "P04"}


@pytest.mark.parametrize("unit", ["101002", "201001", "201002", "202001", "301001", "401001", "601001"])
def test_an_exported_report_holds_no_other_kind_of_fault_than_its_filing(program, tmp_path, unit):
    finance = program.session("finance")
    page = finance.get(f"{program.base}/filings/{program.filing(unit)}/check").text
    own = set(re.findall(r'href="/rules/([A-Z]\d+)"', page))
    paper = tmp_path / f"{unit}.docx"
    paper.write_bytes(finance.get(f"{program.base}/filings/{program.filing(unit)}/export/docx").content)
    told = subprocess.run([binary(), "audit", "--format", "json", "--fail-on", "never", paper],
                          capture_output=True, text=True, check=True)
    findings = json.loads(told.stdout)["findings"]
    others = [f"{found['check']} {found['message']}" for found in findings
              if found["severity"] != "info" and found["check"] not in own | OF_PAPER]
    assert others == []
