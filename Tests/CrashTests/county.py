"""The demo county with 16 clients at work in it."""

import contextlib
import json
import os
import re
import subprocess

import stored
from browser import Browser
from client import Ledger, Mover, Saver

AMOUNT = re.compile(r'<td class="cell amount[^"]*" data-cell="([^"]+)"[^>]*><input')
MEASURES = "base/economyMeasures/text"


@contextlib.contextmanager
def storage(folder, conninfo):
    """Where the data go: the words that tell the program, and a way to read them past it."""
    if conninfo is None:
        data = folder / "data"
        yield ["--data", str(data)], stored.SQLiteStore(data / "jiheng.sqlite")
        return
    name = f"jiheng_crash_{os.getpid()}"
    psql = ["psql", conninfo, "--no-psqlrc", "--quiet", "--command"]
    subprocess.run([*psql, f"CREATE DATABASE {name}"], check=True)
    try:
        own = f"{re.sub(r'dbname=[^ ]*', '', conninfo)} dbname={name}"
        yield ["--postgres", own], stored.PostgresStore(own)
    finally:
        subprocess.run([*psql, f"DROP DATABASE {name} WITH (FORCE)"], check=True)


def make(server):
    """The demo county: secrets by account, filings by unit."""
    made = json.loads(server.run("demo", "--format", "json", "--unpublished").stdout)
    secrets = {account["account"]: account["secret"] for account in made["accounts"]}
    return secrets, {unit["code"]: unit["filing"] for unit in made["units"]}


def clients(server, demo, moment, folder, position=None):
    """Twelve who save in four filings, two who save in filings that others send to and fro, and those two others."""
    secrets, filings = demo

    def sign_in(account):
        browser = Browser(server.port)
        browser.sign_in(account, secrets[account])
        return browser

    working = []

    def ledger():
        return Ledger(folder / f"client-{len(working) + 1}.log", position)

    for unit in ("601001", "101002", "101003", "501001"):
        handler, filing = sign_in(f"jb{unit}"), filings[unit]
        if unit == "501001":
            move(handler, filing, "start")
        elif unit == "101002":
            move(sign_in("sh101001"), filing, "return")
            move(sign_in("sh101002"), filing, "return")
        cells = AMOUNT.findall(handler.get(f"/filings/{filing}/sheets/base"))
        for place in range(3):
            own = cells[place::3][:4]
            working.append(Saver(len(working), filing, ledger(), moment, handler.twin(), own))
    finance = sign_in("finance")
    for unit in ("401001", "301001"):
        handler, reviewer, filing = sign_in(f"jb{unit}"), sign_in(f"sh{unit}"), filings[unit]
        words = "严格支出审批，压减一般性支出。记号{}。"
        working.append(Saver(len(working), filing, ledger(), moment, handler.twin(), [MEASURES], words))
        movers = [handler.twin(), reviewer.twin(), finance.twin()]
        working.append(Mover(len(working), filing, ledger(), moment, movers))
    for number, client in enumerate(working, 1):
        client.name = f"client {number}"
    return working


def move(browser, filing, name):
    """One move on the way to where the clients begin, without a version."""
    Browser.expect(303, browser.send(f"/filings/{filing}/moves/{name}", {"reason": "请补充后再送。"}))


def pages_of(clients):
    """The page with a filing's figures, as one of its savers sees it."""
    savers = {client.filing: client for client in clients if isinstance(client, Saver)}

    def page(filing):
        return savers[filing].browser.get(f"/filings/{filing}/sheets/base")

    return page
