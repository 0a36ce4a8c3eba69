"""Measures our program beside its peers, see script/bench, which starts this and sets everything up: run.py WORK."""

import argparse
import copy
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import bulk
import cell
import checks
import county
import dashboard
import documents
import form_page
import ledger
import lists
import load
import prose
import results
import search
import servers


TOLD = "jiheng, findings told"
# Without a server: what is measured, under its name in the results.
IN_PROCESS = {
    "audit": {"audit": prose.audit}, "privacy": {"privacy": prose.privacy},
    "checks": {"sums": checks.sums, "tables": checks.tables}, "xlsx": {"xlsx": ledger.ledger},
    "docx": {"docx": documents.written}, "import": {"import": documents.read},
}


# One server with much in store, asked by one person.
STORED = {"search": search.measure, "dashboard": dashboard.measure, "lists": lists.measure, "bulk": bulk.measure}


class Bench:
    """All contenders over the same units, in a folder of its own."""

    def __init__(self, program, units):
        self.folder = Path(tempfile.mkdtemp(prefix="jiheng-bench."))
        self.data = self.folder / "data"
        made = county.demo(program, self.data)
        self.ours = servers.ours(program, self.data, self.folder)
        self.ours.requests.write_text("")
        self.prepare(made, units)

    def prepare(self, made, units):
        """Our county, and the form's definition, template and data for the peers."""
        prototype = self.with_server(lambda: county.fill_prototype(self.ours.port, made))
        self.units = county.clone(self.data / "jiheng.sqlite", prototype, units)
        self.ours.requests.write_text("".join(
            f"jiheng={one['cookie']}\t{one['csrf']}\t{one['filing']}\n" for one in self.units))
        self.ours.start()
        page, _ = self.ours.page(0)
        (self.folder / "form.json").write_text(json.dumps(form_page.definition(page), ensure_ascii=False))
        (self.folder / "page.html").write_text(form_page.template(page, self.units[0]))
        (self.folder / "units.json").write_text(json.dumps(self.units, ensure_ascii=False))
        self.write_cells(page)
        self.size = len(page.encode())

    def with_server(self, work):
        """Runs our server for a moment, before there is any filing to ask for."""
        process = subprocess.Popen(self.ours.command)
        try:
            self.ours.await_health()
            return work()
        finally:
            process.terminate()
            process.wait(30)

    def write_cells(self, page):
        """What a save sends: every cell that is typed in, with its kind."""
        kinds = []
        for control in re.findall(r"<(?:input|textarea) id=[^>]+>", page):
            given = form_page.attributes(control)
            address = given.get("name", "")
            # The explanation of a finding is typed on the page too, but is no cell.
            if given.get("type") == "checkbox" or "readonly" in given or not address.startswith("base/"):
                continue
            if re.fullmatch(r"base/r\d+/final", address):
                kind = "zero"
            elif address.startswith("base/staff/"):
                kind = "count"
            elif given.get("inputmode") == "decimal":
                kind = "amount"
            else:
                kind = "name" if address.endswith("/name") else "paragraph"
            kinds.append(f"{kind}\t{address}\n")
        (self.folder / "cells.tsv").write_text("".join(kinds))
        self.cells = len(kinds)

    def start_peers(self):
        self.contenders = [self.ours, servers.django(self.folder), servers.fastapi(self.folder)]
        for peer in self.contenders[1:]:
            servers.seed_peer(peer)
            peer.start()

    def check_pages(self):
        """Stops unless all contenders answer the same bytes."""
        for number in (0, 1, len(self.units) - 1):
            pages = [form_page.normal(*contender.page(number)) for contender in self.contenders]
            for contender, page in zip(self.contenders[1:], pages[1:]):
                if page != pages[0]:
                    raise SystemExit(difference(pages[0], page, contender.name))

    def check_saves(self):
        """Stops unless all contenders compute the same totals from the same save."""
        texts = {}
        for number, line in enumerate((self.folder / "cells.tsv").read_text().splitlines(), 1):
            kind, address = line.split("\t")
            texts[address] = {"zero": "0", "count": f"{number + 40}", "amount": f"{number}.5"}.get(kind, f"核对{number}")
        sent = {}
        for contender in self.contenders:
            contender.save(texts)
            sent[contender.name] = form_page.shown_cells(contender.page(0)[0])
        for contender in self.contenders[1:]:
            for address, text in sent["jiheng"].items():
                if sent[contender.name].get(address) != text:
                    raise SystemExit(
                        f"{contender.name}: {address} is {sent[contender.name].get(address)!r}, ours is {text!r}")

    def stop(self):
        for contender in getattr(self, "contenders", [self.ours]):
            contender.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def difference(ours, theirs, name):
    place = next((index for index, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1]), min(len(ours), len(theirs)))
    around = slice(max(0, place - 80), place + 80)
    return f"{name} answers another page at character {place}:\n  ours   {ours[around]!r}\n  theirs {theirs[around]!r}"


def kind_of_save(contender):
    return {"jiheng": "json", TOLD: "told"}.get(contender.name, "form")


def told(ours):
    """The same server, asked to tell with every save what all checks say, which the peers have none of."""
    same = copy.copy(ours)
    same.name = TOLD
    return same


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", choices=["page", "save", "cell", *STORED, *IN_PROCESS])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--units", default="200", help="sizes of the county, such as 50,200,800")
    parser.add_argument("--connections", default="16,64")
    parser.add_argument("--dry", action="store_true", help="do not add to RESULTS.md")
    options = parser.parse_args()
    if options.work in IN_PROCESS:
        texts = measure_in_process(options)
    elif options.work in STORED:
        texts = measure_stored(options)
    else:
        texts = (measure(options, units) for units in map(int, options.units.split(",")))
    for text in texts:
        print(text)
        if not options.dry:
            results.append(text)


def measure_in_process(options):
    """The tables of one benchmark over its three sizes."""
    program = os.path.abspath(os.environ["MEASURE"])
    for name, work in IN_PROCESS[options.work].items():
        with tempfile.TemporaryDirectory(prefix="jiheng-bench.") as folder:
            yield results.in_process(name, *work(program, Path(folder), options.rounds))


def measure_stored(options):
    """The table of one benchmark over its three sizes."""
    program = os.path.abspath(os.environ["JIHENG"])
    with tempfile.TemporaryDirectory(prefix="jiheng-bench.") as folder:
        yield results.in_process(options.work, *STORED[options.work](program, Path(folder), options.rounds))


def measure(options, units):
    """The table of one benchmark over a county of so many units."""
    program = os.path.abspath(os.environ["JIHENG"])
    bench = Bench(program, units)
    try:
        if options.work == "cell":
            return results.cell_table(cell.measure(bench, program), bench)
        bench.start_peers()
        bench.check_pages()
        if options.work == "save":
            bench.check_saves()
        kind_of = (lambda _: "page") if options.work == "page" else kind_of_save
        contenders = bench.contenders + ([told(bench.ours)] if options.work == "save" else [])
        measured = {
            connections: load.compare(contenders, kind_of, connections, options.rounds, options.seconds)
            for connections in map(int, options.connections.split(","))
        }
        return results.load_table(options.work, measured, bench, options)
    finally:
        bench.stop()


if __name__ == "__main__":
    main()
