"""Fills a peer's database with the same units, people and filings: seed.py django|fastapi.

Prints a line per filing for the load: cookie, token, filing, separated by tabs."""

import json
import os
import random
import secrets
import sys
import time

HERE = os.environ["PEER_DATA"]


def units():
    with open(os.path.join(HERE, "units.json"), encoding="utf-8") as file:
        return json.load(file)


def full_cells(content):
    """Typed cells and totals by address."""
    import form as forms

    typed = {f"base/{place}": entry[0] for place, entry in content["cells"].items()}
    lines = [row[0] for row in content["rows"]]
    cells, problems = forms.validate(typed, typed, lines)
    assert not problems, problems
    return cells, lines


def fastapi():
    import fastapi_peer as peer

    peer.tables.create_all(peer.writer)
    with peer.writer.begin() as connection:
        for one in units():
            cells, lines = full_cells(one["content"])
            token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
            for table, row in (
                (peer.unit, {"code": one["code"], "name": one["unit"]}),
                (peer.person, {"id": one["person"], "name": one["name"], "unit_code": one["code"]}),
                (peer.session, {"token": token, "person_id": one["person"], "csrf": csrf, "expires": int(time.time()) + 86400}),
                (peer.filing, {"id": one["filing"], "unit_code": one["code"], "stage": "drafting", "version": one["version"],
                               "updated_at": one["updated"], "cells": cells, "lines": lines}),
            ):
                connection.execute(table.insert().values(**row))
            yield f"session={token}", csrf, one["filing"]


def django():
    import django_peer.wsgi  # noqa: F401
    from django.apps import apps
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection, transaction
    from django_peer.models import Filing, History, Person, Unit

    with connection.schema_editor() as editor:
        apps_of_django = [*apps.get_app_config("contenttypes").get_models(), *apps.get_app_config("sessions").get_models()]
        for model in [*apps_of_django, Unit, Person, Filing, History]:
            editor.create_model(model)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    with transaction.atomic():
        for one in units():
            cells, lines = full_cells(one["content"])
            unit = Unit.objects.create(code=one["code"], name=one["unit"])
            person = Person.objects.create(pk=one["person"], name=one["name"], unit=unit, password="!")
            Filing.objects.create(pk=one["filing"], unit=unit, stage="drafting", version=one["version"],
                                  updated_at=one["updated"], cells=cells, lines=lines)
            session = SessionStore()
            session[SESSION_KEY] = str(person.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = person.get_session_auth_hash()
            session.create()
            csrf = "".join(random.choices(letters, k=32))
            yield f"sessionid={session.session_key}; csrftoken={csrf}", csrf, one["filing"]


if __name__ == "__main__":
    for line in {"django": django, "fastapi": fastapi}[sys.argv[1]]():
        print(*line, sep="\t")
