"""What suites have in common that audit reports and print a line for every test that fails."""

import json
import os
import subprocess
from pathlib import Path


def audited(*paths):
    """The findings in every file that the paths lead to, by its name without the ending."""
    command = [os.environ["JIHENG"], "audit", "--format", "json", "--fail-on", "never", *map(str, paths)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return {Path(answer["file"]).stem: answer["findings"] for answer in map(json.loads, lines)}


def run(tests):
    """Takes a name, whether it holds, and what is so otherwise; closes with "N passed, N failed". Returns the status."""
    passed = failed = 0
    for name, holds, detail in tests:
        if not holds:
            print(f"FAILED {name} ({detail})")
        passed, failed = passed + holds, failed + (not holds)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
