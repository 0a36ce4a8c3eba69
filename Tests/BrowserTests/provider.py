"""A system that people sign in with, as OpenID Connect has it: its pages, its tokens and its keys, on a port of its own."""

import base64
import hashlib
import json
import secrets
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "jiheng-test", "a secret for browser tests"


def url_text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """Takes whoever is named on its page. `subjects` tells who is who; `spoil` may change a statement before it is signed."""

    def __init__(self, folder):
        self.key = str(folder / "provider.pem")
        subprocess.run(["openssl", "genrsa", "-out", self.key, "2048"], check=True, capture_output=True)
        self.subjects: dict[str, str] = {}
        self.codes: dict[str, dict] = {}
        self.spoil = lambda claims: None
        self.sends_on_to = ""  # where whoever wants a token is sent
        self.authorizations: list[str] = []  # what came there
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.server.shutdown()

    def options(self, folder) -> tuple[str, ...]:
        (folder / "client-secret").write_text(SECRET + "\n")
        return ("--identity-provider", self.issuer, "--identity-client", CLIENT, "--identity-secret-file",
                str(folder / "client-secret"), "--identity-title", "云溪统一认证")

    def _openssl(self, *arguments, data: bytes = b"") -> bytes:
        return subprocess.run(["openssl", *arguments], input=data, check=True, capture_output=True).stdout

    def keys(self) -> dict:
        modulus = self._openssl("rsa", "-in", self.key, "-noout", "-modulus").decode().split("=")[1].strip()
        return {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "one", "e": "AQAB",
                          "n": url_text(bytes.fromhex(modulus))}]}

    def token(self, claims: dict) -> str:
        parts = [url_text(json.dumps(part).encode()) for part in ({"alg": "RS256", "kid": "one"}, claims)]
        signature = self._openssl("dgst", "-sha256", "-sign", self.key, data=".".join(parts).encode())
        return ".".join([*parts, url_text(signature)])

    def exchange(self, form: dict, authorization: str) -> dict | None:
        """None unless the code, its verifier and the client's secret fit; each code is good once."""
        pair = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        asked = self.codes.pop(form["code"], None)
        if asked is None or pair != f"{CLIENT}:{SECRET.replace(' ', '%20')}" or form["redirect_uri"] != asked["redirect_uri"]:
            return None
        if url_text(hashlib.sha256(form["code_verifier"].encode()).digest()) != asked["code_challenge"]:
            return None
        claims = {"iss": self.issuer, "aud": CLIENT, "exp": int(time.time()) + 300, "iat": int(time.time()),
                  "nonce": asked["nonce"], "sub": self.subjects.get(asked["user"], asked["user"]),
                  "preferred_username": asked["user"]}
        self.spoil(claims)
        return {"access_token": "access", "token_type": "Bearer", "id_token": self.token(claims)}

    def _handler(provider):
        class Handler(BaseHTTPRequestHandler):
            def answer(self, value, status=200, kind="application/json"):
                body = value.encode() if isinstance(value, str) else json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", kind + "; charset=utf-8")
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                address = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(address.query, keep_blank_values=True).items()}
                if address.path == "/.well-known/openid-configuration":
                    return self.answer({
                        "issuer": provider.issuer, "authorization_endpoint": provider.issuer + "/authorize",
                        "token_endpoint": provider.issuer + "/token", "jwks_uri": provider.issuer + "/keys"})
                if address.path == "/keys":
                    return self.answer(provider.keys())
                if address.path == "/authorize" and "user" not in query:
                    fields = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in query.items())
                    return self.answer(
                        f'<form><input id="user" name="user">{fields}<button>进入</button></form>', kind="text/html")
                if address.path == "/authorize":
                    code = secrets.token_hex(8)
                    provider.codes[code] = query
                    told = {"code": code} if query["user"] else {"error": "access_denied"}
                    self.send_response(302)
                    self.send_header(
                        "Location", query["redirect_uri"] + "?" + urlencode({**told, "state": query["state"]}))
                    return self.end_headers()
                self.answer({}, 404)

            def do_POST(self):
                if self.path == "/elsewhere":
                    provider.authorizations.append(self.headers.get("Authorization", ""))
                    return self.answer({}, 400)
                if provider.sends_on_to:
                    self.send_response(307)
                    self.send_header("Location", provider.sends_on_to)
                    return self.end_headers()
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                answer = provider.exchange(
                    {name: values[0] for name, values in form.items()}, self.headers.get("Authorization", ""))
                self.answer(answer or {"error": "invalid_grant"}, 200 if answer else 400)

            def log_message(self, *_):
                pass

        return Handler
