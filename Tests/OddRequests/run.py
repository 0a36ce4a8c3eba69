"""Asks every address with what no page would send, and expects an answer that is no fault of the program.

Every part of an address, every field of a question and every kind of body is replaced by odd ones in turn, by somebody
of each sort. An answer of 500 or more, a connection that is closed without one, and a header that leads to another site
fail. The last line is "N passed, N failed". With a part of an address as argument only such addresses are asked; with
--all every address by everybody, instead of by whom it is meant for.
"""

import base64
import importlib.util
import json
import re
import sys
import urllib.parse
from pathlib import Path

TABLE = Path(__file__).resolve().parents[1] / "Authorisation/run.py"
spec = importlib.util.spec_from_file_location("authorisation", TABLE)
authorisation = importlib.util.module_from_spec(spec)
spec.loader.exec_module(authorisation)

ACCOUNTS = [None, "jb101002", "finance", "admin"]
LARGE = ["9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "4294967296"]
TEXTS = ["", "%00", "a%00b", "%FF", "%F0%9F%98%80", "..%2F..%2Fetc%2Fpasswd", "'", "%22%3E%3Cb%3E", "%25_", "x" * 3000, "x" * 60_000]
CURSORS = [
    base64.urlsafe_b64encode(f"v1 {text}".encode()).decode().rstrip("=") for text in LARGE + ["", "x", "2024/1", "\0"]]
# The fields that questions have somewhere, each asked everywhere.
FIELDS = {
    "page": LARGE + ["x", "%00"], "year": LARGE + ["x"], "q": TEXTS, "grade": TEXTS, "task": LARGE, "department": TEXTS[:6],
    "stage": TEXTS[:4], "sort": ["deadline-down", "-", "x-down", "%00"], "cell": ["base/a/b", "/", "%00", "//"],
    "place": ["base/a/b", "%00"], "unit": TEXTS[:6], "item": TEXTS[:4], "rule": TEXTS[:4], "form": TEXTS[:4],
    "draw": LARGE, "state": TEXTS[:3], "imported": LARGE, "added": LARGE, "taken": LARGE, "limit": LARGE, "cursor": CURSORS,
    "kind": TEXTS[:3], "from": ["%00", "2024-13-41", "x"], "until": ["2024-02-30"], "version": LARGE}
NEXTS = ["//evil.example", "/%5Cevil.example", "/%09/evil.example", "/%0A/evil.example", "/%0D%0ALocation:%20//evil.example",
         "https://evil.example/", "%2F%2Fevil.example"]
NEST = b"[" * 100_000
JSON = [b"", b"null", b"[]", b"{}", b"1e999", b'"', NEST, b'{"changes":1}', b'{"changes":[null]}', b'{"changes":[{}]}',
        b'{"changes":[{"cell":"base/a/b","text":"\\u0000"}]}', b'{"changes":[{"cell":"\\u0000","text":""}]}',
        b'{"changes":[{"cell":"base/a/b","text":"x","names":{"a":"\\u0000"}}]}', b"\xff\xfe",
        b'{"year":9223372036854775807}', b'{"year":1e308}', b'{"title":"\\u0000"}']
PARTS = [b"", b"--b", b"--b--\r\n", b"--b\r\n--b--\r\n", b"--b\r\n\r\n--b--\r\n", b"--b\r\n\r\n\r\n--b--\r\n",
         b'--b\r\nContent-Disposition: form-data; name="a\r\n\r\n\r\n--b--\r\n',
         b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\0\r\n--b--\r\n',
         b'--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n',
         b"--b\r\n" * 500, b"--b\r\n\r\n" + b"\r\n--b" * 300]
FORMS = [b"", b"%", b"a=%00", b"csrf=%FF", b"=&=&=", b"csrf=" + b"x" * 100_000, b"&".join(b"filing=-1" for _ in range(2000))]
BODIES = [("application/json", body) for body in JSON] + [("multipart/form-data; boundary=b", body) for body in PARTS] + [
    ("application/x-www-form-urlencoded", body) for body in FORMS] + [
    ("multipart/form-data", b"x"), ("multipart/form-data; boundary=", b"--"), ("multipart/form-data; boundary=" + "b" * 99, b""),
    ("text/plain", b"x"), ("", b"x")]
# With these names a form comes through the first looks at it.
NAMES = ["code", "name", "title", "text", "reason", "key", "day", "first", "last", "year", "number", "rows", "kind", "post",
         "deadline", "points", "score", "mobile", "account", "secret", "filing", "unit", "units", "policy", "policies",
         "count", "seed", "limit", "months", "until", "action", "act"]


def asked(address, county):
    """Addresses with odd parts, then with odd questions."""
    plain = county.filled(address, "101002")
    # What fills the names of an address is a step of it, except with formats behind a dot.
    for place, step in enumerate(address.split("/")):
        if "{" in step:
            steps = plain.split("/")
            for part in LARGE + TEXTS[1:]:
                steps[place] = re.sub(r"\{.*?\}", lambda _: part, step)
                yield "/".join(steps)
    for field, values in FIELDS.items():
        for value in values:
            yield f"{plain}?{field}={value}"
    for value in NEXTS:
        yield f"{plain}?next={value}"


def meant_for(address):
    """Who comes furthest there."""
    starts = {"/admin": "admin", "/public": None, "/sign-in": None, "/set-up": None, "/filings": "jb101002"}
    return next((account for start, account in starts.items() if address.startswith(start)), "finance")


def forms(asker):
    """Forms with the right token and odd fields."""
    for value in ["", "\x01", "x" * 2000, "-9223372036854775808", "9223372036854775807", "2024-13-41", "'", "％＿", "💥"]:
        yield urllib.parse.urlencode({"csrf": asker.csrf, "version": value} | {name: value for name in NAMES}).encode()


class Watch:
    def __init__(self, county):
        self.county, self.count, self.failures = county, 0, []
        # What is asked by whom: the tests that are counted.
        self.place, self.places, self.failed = None, set(), set()

    def begin(self, method, address, account):
        self.place = (method, address, account)
        self.places.add(self.place)
        # A form may have ended the session: what follows would be refused before anybody looks at it.
        asker = self.county.asker(account)
        if account and answered(asker, "GET", "/account", None, {})[0] != 200:
            del self.county.askers[account]
            if answered(self.county.asker(account), "GET", "/account", None, {})[0] != 200:
                self.fail(method, address, account, None, "nobody can sign in any more")

    def ask(self, account, method, address, body=None, kind=None):
        asker = self.county.asker(account)
        self.count += 1
        headers = {"Content-Type": kind, "X-CSRF-Token": asker.csrf} if kind is not None else {}
        try:
            status, location = answered(asker, method, address, body, headers)
        except Exception as error:  # noqa: BLE001 — whatever it is, there was no answer.
            asker.connection.close()
            self.fail(method, address, account, body, f"no answer: {error!r}")
            if self.county.program.process.poll() is not None:
                raise SystemExit("\n".join(self.failures + ["the program has ended", "0 passed, 1 failed"])) from error
            return
        if status >= 500:
            self.fail(method, address, account, body, f"status {status}")
        if location and "evil.example" in urllib.parse.urlsplit(re.sub(r"[\t\r\n\\]", "/", location)).netloc + location[:3]:
            self.fail(method, address, account, body, f"leads to {location!r}")

    def fail(self, method, address, account, body, what):
        self.failed.add(self.place)
        self.failures.append(f"FAILED {method} {address[:200]} by {account}: {what}; sent {(body or b'')[:80]!r}")


def answered(asker, method, address, body, headers):
    if address.startswith("/api/v1/"):
        headers |= {"Authorization": f"Bearer {asker.token}", "If-Match": '"0"'} if asker.token else {}
    elif asker.cookie:
        headers["Cookie"] = asker.cookie
    asker.connection.request(method, address, body, headers)
    answer = asker.connection.getresponse()
    answer.read()
    return answer.status, answer.getheader("Location")


def main():
    rows = sorted({row[:2] for row in authorisation.read(authorisation.TABLE)})
    is_whole, parts = "--all" in sys.argv, [part for part in sys.argv[1:] if part != "--all"]
    rows = [row for row in rows if all(part in row[1] for part in parts)]
    county = authorisation.County()
    watch = Watch(county)
    try:
        for method, address in rows:
            for account in ACCOUNTS if is_whole else [meant_for(address)]:
                watch.begin(method, address, account)
                if method == "GET":
                    for odd in asked(address, county):
                        watch.ask(account, "GET", odd)
                elif address not in ("/sign-out",):
                    for kind, body in BODIES:
                        watch.ask(account, method, county.filled(address, "101002"), body, kind)
                    for body in forms(county.asker(account)):
                        watch.ask(account, method, county.filled(address, "101002"), body, authorisation.FORM)
                    for odd in list(asked(address, county))[: 16 * address.count("{")]:
                        watch.ask(account, method, odd, json.dumps({}).encode(), "application/json")
    finally:
        county.close()
    print("\n".join(watch.failures))
    print(f"{watch.count:,} requests to {len(watch.places)} addresses")
    print(f"{len(watch.places - watch.failed)} passed, {len(watch.failed)} failed")
    return 1 if watch.failed or not watch.places else 0


if __name__ == "__main__":
    sys.exit(main())
