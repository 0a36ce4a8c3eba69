"""What passed and what failed, and how a run ends."""

import shutil
import sys


class Tally:
    """Counts checks and tells of those that failed."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def note(self, name, faults):
        if not faults:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {name}")
        for fault in faults[:10]:
            print(f"    {fault}")
        if len(faults) > 10:
            print(f"    and {len(faults) - 10} more")

    def close(self, folder, keep):
        """Ends the run with its status; the scratch folder stays where something failed, or where it is to be kept."""
        if self.failed or keep:
            print(f"The ledgers, the database and the server's log are in {folder}")
        else:
            shutil.rmtree(folder)
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
