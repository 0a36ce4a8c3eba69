"""Imports files that were made to do harm, or are broken: each is refused with a reason, at once.

A few are only odd; those may be read, but as quickly and without a failure. Closes with "N passed, N failed".
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import links
from cases import cases

# Seconds of the processor, the start of the program included: a busy machine makes nothing of it worse.
LIMIT = 1.0
# Bytes that the program may take: far less than a bomb unpacks to.
MEMORY = 2 << 30
REASON = re.compile(r"：[^：\n]*[\u4e00-\u9fff]{4,}[^\n]*。\n$")


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def spent():
    """Seconds of the processor that ended processes have taken."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def outcome(path):
    """Seconds, exit status and what was said."""
    command = [os.environ["JIHENG"], "import", str(path)]
    start = spent()
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=30, preexec_fn=bounded)
    except subprocess.TimeoutExpired:
        return 30, None, "still running"
    return spent() - start, answer.returncode, answer.stderr


def fault(seconds, status, said, may_be_read):
    if status == 0:
        if not may_be_read:
            return "was read"
    elif status != 1 or not REASON.search(said):
        return f"status {status}: {said.strip()[-200:]!r}"
    return f"took {seconds:.2f} s" if seconds > LIMIT else ""


def main():
    passed = failed = 0
    slowest = (0, "")
    with tempfile.TemporaryDirectory(prefix="jiheng-hostile.") as folder:
        for name, content, may_be_read in cases():
            path = Path(folder) / name
            path.write_bytes(content)
            seconds, status, said = outcome(path)
            path.unlink()
            slowest = max(slowest, (seconds, name))
            wrong = fault(seconds, status, said, may_be_read)
            if wrong:
                print(f"FAILED {name} ({wrong})")
            passed, failed = passed + (not wrong), failed + bool(wrong)
    for name, fetched in links.faults().items():
        if fetched:
            print(f"FAILED {name} (fetched: {fetched})")
        passed, failed = passed + (not fetched), failed + bool(fetched)
    print(f"the slowest took {slowest[0]:.2f} s: {slowest[1]}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
