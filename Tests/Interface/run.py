"""Asks the interface what its own document says can be asked, well and badly: schemathesis against a running server.

The last line is "N passed, N failed", one for each operation and token. For more questions: run.py COUNT.
"""

import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "BrowserTests"))
from program import Program  # noqa: E402

SCOPES = [
    "units:read", "people:read", "tasks:read", "tasks:write", "filings:read", "filings:write", "filings:move",
    "publications:write"]
# Whether a task may be held or a text be taken is not for the document to say, so what it allows may be refused.
LEFT_OUT = "positive_data_acceptance,use_after_free,ensure_resource_availability,object_level_authorization"
# What is asked wrongly is refused, with whichever of these comes first.
CONFIG = """
[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 409, 412, 413, 415, 422]
"""


def token(program, *scopes):
    return program.run("account", "token", "接口测试", "--account", "admin", "--scopes", *scopes).strip()


def asked(program, name, bearer, phases, count, seed, names=None):
    """Asks with a token; names stand for parts of paths. Answers the operations as (name, whether all is well)."""
    with tempfile.TemporaryDirectory() as folder:
        config, report = Path(folder, "schemathesis.toml"), Path(folder, "report.xml")
        lines = [f'"{key}" = {json.dumps(value)}' for key, value in (names or {}).items()]
        config.write_text(CONFIG + ("\n[parameters]\n" + "\n".join(lines) + "\n" if lines else ""))
        command = [
            sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "--no-color", "run",
            program.base + "/api/v1/openapi.json", "--header", f"Authorization: Bearer {bearer}",
            "--exclude-checks", LEFT_OUT, "--phases", phases, "--max-examples", str(count),
            "--seed", str(seed), "--workers", "1", "--continue-on-failure", "--request-timeout", "30",
            "--suppress-health-check", "all", "--warnings", "off", "--report", "junit",
            "--report-junit-path", str(report)]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)
        if not report.exists():
            print(done.stdout[-4000:], done.stderr[-4000:])
            return [(name, False)]
        cases = list(ET.parse(report).iter("testcase"))
        results = [(f"{name}: {case.get('name')}", case.find("failure") is None and case.find("error") is None)
                   for case in cases if case.find("skipped") is None]
        if done.returncode != 0:
            print(done.stdout[-30_000:])
            if all(fine for _, fine in results):
                results.append((f"{name}: status {done.returncode}", False))
        return results


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    program = Program.demo("--api-rate", "60000")
    try:
        # One account that may do all that the bureau may.
        admin = program.session("admin")
        people = admin.get(program.base + "/admin/people?q=admin").text
        number = people.split('/admin/people/')[1].split('"')[0].split("/")[0]
        admin.post(f"{program.base}/admin/people/{number}", data={
            "csrf": admin.csrf, "account": "admin", "name": "郑毅", "kept": "administrator", "post": "finance"})
        everything, nothing = token(program, *SCOPES), token(program, "budget:write")
        names = {"path.filing": program.filing("201001"), "path.task": 1, "path.unit": "201001", "path.number": 1}
        results = asked(program, "all scopes", everything, "coverage,fuzzing", count, seed, names)
        results += asked(program, "anywhere", everything, "fuzzing", count, seed)
        results += asked(program, "no scope", nothing, "fuzzing", count, seed, names)
        health = program.run("verify").strip().endswith("没有发现问题。")
        results.append(("the histories fit the content afterwards", health))
    finally:
        program.end()
    for name, fine in results:
        if not fine:
            print(f"FAILED {name}")
    passed = sum(fine for _, fine in results)
    print(f"{passed} passed, {len(results) - passed} failed")
    return 1 if passed < len(results) or len(results) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
