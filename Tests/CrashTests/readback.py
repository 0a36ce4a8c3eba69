"""Compares what the server acknowledged with what is there after it was killed."""

import html
import json
import re

import stored


class Readback:
    """Knows what every cell and every entry of the history must be, from the clients' ledgers alone."""

    def __init__(self, store):
        self.store = store
        self.seen = {}  # filing: the last version and chain that were checked
        self.confirmed = {}  # (filing, cell): the text that stood there when it was last read

    def begin(self):
        """Takes the present as given, before the first client starts."""
        for filing, (version, chain, _) in stored.filings(self.store).items():
            self.seen[filing] = (version, chain)

    def check(self, ledgers, pages):
        """Every difference, in words. `pages` answers the page of a filing's sheet through the program."""
        faults = []
        acknowledged = [entry for ledger in ledgers for entry in ledger.acknowledged]
        unanswered = [entry for ledger in ledgers for entry in ledger.unanswered]
        by_filing = stored.filings(self.store)
        for filing in sorted({entry["filing"] for entry in acknowledged + unanswered}):
            mine = [entry for entry in acknowledged if entry["filing"] == filing]
            unknown = [entry for entry in unanswered if entry["filing"] == filing]
            faults += self.check_history(filing, by_filing[filing], mine, unknown)
            faults += self.check_cells(filing, mine, unknown, pages)
        for ledger in ledgers:
            ledger.acknowledged.clear()
            ledger.unanswered.clear()
        return faults

    def check_history(self, filing, now, acknowledged, unanswered):
        """Every acknowledged version is there with its content; no version is missing, doubled or half there."""
        faults = []
        seen_version, seen_chain = self.seen[filing]
        entries = stored.history(self.store, filing, seen_version)
        chain = seen_chain
        for number, (version, kind, person, at, detail, kept) in enumerate(entries, seen_version + 1):
            chain = stored.chained(chain, filing, entries[number - seen_version - 1])
            if version != number or chain != kept:
                faults.append(f"filing {filing}: history breaks at version {number}")
                break
        version, chain, stage = now
        last = (entries[-1][0], entries[-1][5]) if entries else (seen_version, seen_chain)
        if (version, chain) != last:
            faults.append(f"filing {filing}: stands at version {version}, its history at {last[0]}")
        moves = [json.loads(entry[4])["texts"] for entry in entries if entry[1] == "move"]
        if moves and moves[-1][2] != stage:
            faults.append(f"filing {filing}: stands at {stage}, its history at {moves[-1][2]}")
        by_version = {entry[0]: entry for entry in entries}
        for entry in acknowledged:
            if not self.holds(by_version.pop(entry["version"], None), entry):
                faults.append(f"filing {filing}: LOST, though acknowledged: {entry}")
        # What is left was carried out without an answer: no more than what was asked and not answered.
        for entry in by_version.values():
            match = next((asked for asked in unanswered if self.holds(entry, asked)), None)
            if match is None:
                faults.append(f"filing {filing}: version {entry[0]} was asked for by nobody")
            else:
                match["carried_out"] = True
        self.seen[filing] = last
        return faults

    @staticmethod
    def holds(entry, asked):
        """Whether an entry of the history is what a client asked for."""
        if entry is None:
            return False
        detail = json.loads(entry[4])
        if "move" in asked:
            return entry[1] == "move" and detail["texts"][0] == asked["move"]
        if entry[1] != "edit":
            return False
        return {change[1]: change[3] for change in detail["changes"]} == asked["texts"]

    def check_cells(self, filing, acknowledged, unanswered, pages):
        """Cells hold the last text: in the database itself and on the page."""
        faults = []
        for entry in [entry for entry in acknowledged if "texts" in entry] + [
            entry for entry in unanswered if "texts" in entry and entry.get("carried_out")
        ]:
            for cell, text in entry["texts"].items():
                self.confirmed[filing, cell] = text
        expected = {cell: text for (place, cell), text in self.confirmed.items() if place == filing}
        texts = stored.cells(self.store, filing)
        page = pages(filing) if expected else ""
        for cell, text in expected.items():
            if texts.get(cell) != text:
                faults.append(f"filing {filing}: {cell} should be {text!r}, the database has {texts.get(cell)!r}")
            shown = shown_text(page, cell)
            if shown != text:
                faults.append(f"filing {filing}: {cell} should be {text!r}, the page shows {shown!r}")
        return faults


def shown_text(page, cell):
    """What a page shows in a cell, whether it can be edited or only read."""
    found = re.search(
        rf'<(?:input|textarea|span|div) id="{re.escape(cell.replace("/", "_"))}"([^>]*)>([^<]*)', page)
    if found is None:
        return None
    value = re.search(r' value="([^"]*)"', found[1])
    return html.unescape(value[1] if value else found[2])
