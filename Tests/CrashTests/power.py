"""Lets the power fail at any moment of a recorded run: while 16 clients save, send and return, recorded_disk.c writes
down what the server does to the database and its log. Then the disk is made anew as it may be after a failure at a
moment of the record: what was waited for is there; of what was under way everything, nothing, or any part, down to
single sectors. The database has to open whole every time, with everything that was acknowledged before.

    JIHENG=.build/debug/jiheng python3 Tests/CrashTests/power.py [--failures N] [--seconds N] [--seed N] [--keep]

One check for each failure:

  * the database opens and is sound (`PRAGMA integrity_check`),
  * every acknowledged save and move is in the history at the version that was told, with exactly its content,
  * the history has every version once, each chained to the one before, and the filing stands where its history ends,
  * every cell holds what the history says was saved in it last.

`jiheng verify` looks at some of the disks too. Two checks look at the method itself: the whole record has to make the
very file that the server left behind, and a disk that does not keep the log when it is waited for has to lose something.
"""

import argparse
import json
import os
import random
import tempfile
import time
from pathlib import Path

import county
import stored
from disk import FILES, Disk, acts
from readback import Readback
from server import Server, compiled
from tally import Tally

# How much of what is under way is kept, in turns.
SHARES = (0, 1, 0.5, 0.9, 0.1)


class Unhurried:
    """Nobody is killed here."""

    def acknowledged(self):
        pass


class Promises:
    """What was acknowledged, by filing, and how far that was found again."""

    def __init__(self, store, ledgers):
        self.by_filing = {}
        for ledger in ledgers:
            for entry in ledger.acknowledged + ledger.unanswered:
                self.by_filing.setdefault(entry["filing"], []).append(entry)
        for entries in self.by_filing.values():
            entries.sort(key=lambda entry: entry.get("version", 1 << 60))
        # The last version that has to be there, its chain, and the cells up to it.
        self.found = {
            filing: (version, chain, {}) for filing, (version, chain, _) in stored.filings(store).items()}

    def faults(self, store, position):
        """Every difference on a disk on which the power failed when the record was so long."""
        faults = []
        by_filing = stored.filings(store)
        for filing, entries in self.by_filing.items():
            version, chain, stage = by_filing[filing]
            seen, seen_chain, cells = self.found[filing]
            # All of it is there; what was read whole on an earlier disk is known by its chain.
            (first, *_), rows = stored.chains(store, filing, seen), stored.history(store, filing, seen)
            if first != (seen, seen_chain):
                faults.append(f"filing {filing}: {first} is not what stood at version {seen}")
            by_version = {row[0]: row for row in rows}
            if [row[0] for row in rows] != list(range(seen + 1, version + 1)):
                faults.append(f"filing {filing}: stands at version {version}, its history is {sorted(by_version)[-3:]}")
            cells, last = dict(cells), seen_chain
            due = [entry for entry in entries if entry.get("position", 1 << 60) <= position]
            must = max((entry["version"] for entry in due), default=seen)
            for row in rows:
                last = stored.chained(last, filing, row)
                if last != row[5]:
                    faults.append(f"filing {filing}: the chain breaks at version {row[0]}")
                    break
                if row[1] == "edit":
                    cells.update({change[1]: change[3] for change in json.loads(row[4])["changes"]})
                if row[0] <= must:
                    self.found[filing] = (row[0], last, dict(cells))
            if last != chain:
                faults.append(f"filing {filing}: its chain is not that of its history")
            moves = [json.loads(row[4])["texts"] for row in rows if row[1] == "move"]
            if moves and moves[-1][2] != stage:
                faults.append(f"filing {filing}: stands at {stage}, its history at {moves[-1][2]}")
            for entry in due:
                if entry["version"] > seen and not Readback.holds(by_version.get(entry["version"]), entry):
                    faults.append(f"filing {filing}: LOST, though acknowledged: {entry}")
            texts = stored.cells(store, filing)
            faults += [
                f"filing {filing}: {cell} should be {text!r}, the database has {texts.get(cell)!r}"
                for cell, text in cells.items() if texts.get(cell) != text]
        return faults


class Bench:
    """A folder in which disks are laid out and looked at."""

    def __init__(self, folder):
        self.folder = folder
        self.store = stored.SQLiteStore(folder / "jiheng.sqlite")

    def lay_out(self, files):
        for path in self.folder.glob("jiheng.sqlite*"):
            path.unlink()
        for ending, content in zip(("", "-wal"), files):
            if content or not ending:
                Path(f"{self.store.path}{ending}").write_bytes(content)

    def faults(self, promises, position):
        """What is wrong with the disk that is laid out."""
        try:
            with self.store.open(writable=True) as rows:
                sound = rows("PRAGMA integrity_check(5)")
                if sound != [["ok"]]:
                    return [f"not sound: {sound}"]
            return promises.faults(self.store, position)
        except stored.Unreadable as error:
            return [f"cannot be read: {error}"]


def moments(record, count, chance):
    """Places in the record at which the power fails: one in three just where something was waited for."""
    waits = [number for number, act in enumerate(record) if act.kind == b"s"]
    chosen = set(chance.sample(waits, min(len(waits), count // 3)))
    others = [number for number in range(len(record)) if number not in chosen]
    chosen.update(chance.sample(others, min(len(others), count - len(chosen))))
    return sorted(chosen)


def recorded(server, options, folder):
    """Base, record and ledgers of one run. The database that the server left behind is in its place."""
    path = folder / "data" / "jiheng.sqlite"
    record = folder / "record"
    demo = county.make(server)
    base = path.read_bytes()
    server.environment = {"RECORDED_DATABASE": str(path), "RECORDED_TO": str(record)}
    server.start(preloaded=True)
    clients = county.clients(server, demo, Unhurried(), folder, position=lambda: record.stat().st_size)
    for client in clients:
        client.start()
        client.rests.wait(60)
        client.rests.clear()
        client.go.set()
    time.sleep(options.seconds)
    for client in clients:
        client.leaves = True
    faults = [f"{client.name} hangs" for client in clients if not client.rests.wait(60)]
    faults += [f"{client.name}: {client.fault!r}" for client in clients if client.fault is not None]
    status = server.stop()
    faults += [] if status == 0 else [f"the server ended with {status}"]
    return base, list(acts(record.read_bytes())), [client.ledger for client in clients], faults


def failures(base, record, ledgers, options, folder, program, tally):
    """Lets the power fail, and looks at each disk."""
    chance = random.Random(options.seed)
    bench = Bench(folder / "bench")
    bench.lay_out((base, b""))
    promises = Promises(bench.store, ledgers)
    onlooker = Server(program, ["--data", str(bench.folder)], folder / "verify.log")
    chosen = moments(record, options.failures, chance)
    looked_at = set(chance.sample(chosen, min(20, len(chosen))))
    disk, taken = Disk(base), 0
    for count, number in enumerate(chosen):
        for act in record[taken:number + 1]:
            disk.take(act)
        taken = number + 1
        bench.lay_out(disk.after_failure(chance, SHARES[count % len(SHARES)]))
        faults = bench.faults(promises, record[number].end)
        if number in looked_at and not faults:
            done = onlooker.run("verify", check=False)
            faults = [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()
        tally.note(f"power failure after act {number} of {len(record)}", faults)
        if (count + 1) % max(100, options.failures // 10) == 0:
            print(f"{count + 1} failures, {number + 1} of {len(record)} acts", flush=True)
    for act in record[taken:]:
        disk.take(act)
    return disk


def forgetful(base, record, ledgers, folder):
    """Whether a disk that keeps nothing of the log when it is waited for is found to have lost something."""
    bench = Bench(folder / "bench")
    bench.lay_out((base, b""))
    promises = Promises(bench.store, ledgers)
    disk = Disk(base)
    for act in record:
        disk.take(act, waits=act.file != FILES[1])
        if act.kind == b"s" and any(
                entry.get("position", 1 << 60) <= act.end for ledger in ledgers for entry in ledger.acknowledged):
            break
    bench.lay_out(disk.after_failure(random.Random(0), 0))
    return [] if bench.faults(promises, act.end) else ["nothing was lost on a disk that keeps nothing of the log"]


def main():
    parser = argparse.ArgumentParser(description="the power fails during saves; nothing acknowledged may be lost")
    parser.add_argument("--failures", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=6, help="how long the clients work")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    parser.add_argument("--keep", action="store_true", help="keep the scratch folder")
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("JIHENG", ".build/debug/jiheng"))
    folder = Path(tempfile.mkdtemp(prefix="jiheng-power."))
    (folder / "bench").mkdir()
    tally = Tally()
    print(f"seed {options.seed}, {options.failures} power failures")
    with county.storage(folder, None) as (words, store):
        server = Server(program, words, folder / "server.log", compiled("recorded_disk.c", folder))
        try:
            base, record, ledgers, faults = recorded(server, options, folder)
        finally:
            server.stop()
        tally.note("everybody worked and ended in good order", faults)
        entries = [entry for ledger in ledgers for entry in ledger.acknowledged]
        count, moves = len(entries), sum("move" in entry for entry in entries)
        tally.note("saves and moves were acknowledged", [] if count > 20 and moves else [f"{count}, {moves} of them moves"])
        print(f"{count} acknowledgements, {len(record)} acts", flush=True)
        disk = failures(base, record, ledgers, options, folder, program, tally)
        whole, _ = disk.after_failure(random.Random(0), 1)
        same = whole == Path(store.path).read_bytes()
        tally.note("the record tells all that was written", [] if same else ["it makes another file"])
        tally.note("a disk that forgets is found out", forgetful(base, record, ledgers, folder))
    tally.close(folder, options.keep)


if __name__ == "__main__":
    main()
