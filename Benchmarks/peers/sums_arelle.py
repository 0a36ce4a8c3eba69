"""The sums of an XBRL instance by Arelle: sums_arelle.py FOLDER. Leaves the inconsistent ones in theirs.txt."""

import json
import re
import sys
import time
from pathlib import Path

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions


def main():
    folder = Path(sys.argv[1])
    log = folder / "arelle.log"
    log.unlink(missing_ok=True)
    start = time.perf_counter()
    with Session() as session:
        session.run(RuntimeOptions(
            entrypointFile=str(folder / "instance.xbrl"), validate=True, calcs="c10", keepOpen=False,
            internetConnectivity="offline", logFile=str(log), logFormat="[%(messageCode)s] %(message)s"))
    seconds = time.perf_counter() - start
    found = []
    for block in re.split(r"\n(?=\[)", log.read_text()):
        if "xbrl.5.2.5.2:calcInconsistency" in block:
            total = re.search(r"from (?:\w+:)?(t\d+)", block)
            unit = re.search(r"context (\w+)", block)
            found.append(f"{unit.group(1)} {total.group(1)}\n")
    (folder / "theirs.txt").write_text("".join(found))
    print(json.dumps({"rounds": 1, "seconds": seconds, "found": len(found)}))


if __name__ == "__main__":
    main()
