"""What a signed-in browser does, without the browser."""

import http.client
import json
import re
import urllib.parse

SECRET = "Crash-test-only-7"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Gone(Exception):
    """The connection ended before an answer came: nobody knows whether the request was carried out."""


class Browser:
    """One connection and one session."""

    def __init__(self, port, cookie="", token=""):
        self.port = port
        self.cookie = cookie
        self.token = token
        self.connection = None

    def twin(self):
        """Another tab of the same session."""
        return Browser(self.port, self.cookie, self.token)

    def ask(self, method, path, body=None, headers=None):
        """Status, headers and text of the answer. Raises Gone where none came."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            self.connection.request(method, path, body, {"Cookie": self.cookie, **(headers or {})})
            answer = self.connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            self.connection = None
            raise Gone from error
        for header in answer.headers.get_all("Set-Cookie") or []:
            if header.startswith("jiheng="):
                self.cookie = header.split(";")[0]
        return answer.status, answer.headers, text

    def get(self, path):
        status, _, text = self.ask("GET", path)
        if status != 200:
            raise AssertionError(f"GET {path} answered {status}")
        return text

    def send(self, path, fields):
        """Posts a form and answers the status."""
        body = urllib.parse.urlencode({"csrf": self.token, **fields})
        return self.ask("POST", path, body, FORM)[0]

    def save(self, filing, texts):
        """Saves cells as the editor's script does. Answers the status and what was said."""
        changes = [{"cell": cell, "text": text} for cell, text in texts.items()]
        headers = {"Content-Type": "application/json", "X-CSRF-Token": self.token}
        path = f"/filings/{filing}/cells"
        status, _, text = self.ask("POST", path, json.dumps({"changes": changes}), headers)
        return status, json.loads(text) if text else {}

    def sign_in(self, account, one_time_secret):
        """Signs in for the first time and sets a secret, as everyone has to."""
        self.expect(303, self.send("/sign-in", {"name": account, "secret": one_time_secret}))
        self.read_token("/account")
        self.expect(303, self.send("/account", {"secret": SECRET, "repeated": SECRET}))
        self.read_token("/account")

    def read_token(self, path):
        self.token = re.search(r'name="csrf" value="(\w+)"', self.get(path))[1]

    @staticmethod
    def expect(wanted, status):
        if status != wanted:
            raise AssertionError(f"answered {status} instead of {wanted}")
