"""FastAPI with SQLAlchemy Core and Jinja2: the form page and its durable save. Database work runs on the thread pool."""

import hmac
import json
import os
import time
from urllib.parse import parse_qsl

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, FileSystemLoader
from sqlalchemy import (JSON, Column, ForeignKey, Integer, MetaData, String, Table, create_engine, event, select)

import form as forms

HERE = os.environ["PEER_DATA"]


def database(begin):
    engine = create_engine(f"sqlite:///{HERE}/fastapi.sqlite", pool_size=8, max_overflow=0,
                           json_serializer=lambda value: json.dumps(value, ensure_ascii=False))

    @event.listens_for(engine, "connect")
    def configure(connection, _):
        connection.isolation_level = None
        for setting in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "cache_size=-32000"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def start(connection):
        connection.exec_driver_sql(begin)

    return engine


reader, writer = database("BEGIN"), database("BEGIN IMMEDIATE")
tables = MetaData()
unit = Table("unit", tables, Column("code", String, primary_key=True), Column("name", String))
person = Table("person", tables, Column("id", Integer, primary_key=True), Column("name", String),
               Column("unit_code", ForeignKey("unit.code")))
session = Table("session", tables, Column("token", String, primary_key=True), Column("person_id", ForeignKey("person.id")),
                Column("csrf", String), Column("expires", Integer))
filing = Table("filing", tables, Column("id", Integer, primary_key=True), Column("unit_code", ForeignKey("unit.code")),
               Column("stage", String), Column("version", Integer), Column("updated_at", Integer),
               Column("cells", JSON), Column("lines", JSON))
history = Table("history", tables, Column("filing_id", ForeignKey("filing.id"), primary_key=True),
                Column("version", Integer, primary_key=True), Column("person_id", ForeignKey("person.id")),
                Column("at", Integer), Column("detail", JSON))

app = FastAPI()
PAGE = Environment(loader=FileSystemLoader(HERE), autoescape=True, auto_reload=False).get_template("page.html")
VISITOR = select(person.c.id, person.c.name, person.c.unit_code, session.c.csrf, session.c.expires).join(
    session, session.c.person_id == person.c.id)
FILING = select(filing, unit.c.name.label("unit_name")).join(unit, unit.c.code == filing.c.unit_code)


def visitor(connection, token):
    found = connection.execute(VISITOR.where(session.c.token == (token or ""))).first()
    if found is None or found.expires < time.time():
        raise HTTPException(401)
    return found


@app.get("/filings/{number}/sheets/base")
def page(number: int, request: Request):
    with reader.connect() as connection:
        who = visitor(connection, request.cookies.get("session"))
        found = connection.execute(FILING.where(filing.c.id == number, filing.c.unit_code == who.unit_code)).first()
        if found is None:
            raise HTTPException(404)
    return HTMLResponse(PAGE.render(
        csrf=who.csrf, person=who.id, name=who.name, unit=found.unit_name, filing=found.id, version=found.version,
        saved=forms.clock(found.updated_at), rows=forms.rows(found.cells, found.lines)))


@app.post("/filings/{number}/sheets/base")
async def save(number: int, request: Request):
    posted = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    return await run_in_threadpool(
        keep, number, request.cookies.get("session"), request.headers.get("x-csrf-token", ""), posted)


def keep(number, token, csrf, posted):
    with reader.connect() as connection:
        who = visitor(connection, token)
    if not hmac.compare_digest(csrf, who.csrf):
        raise HTTPException(403)
    now = int(time.time())
    with writer.begin() as connection:
        found = connection.execute(
            select(filing).where(filing.c.id == number, filing.c.unit_code == who.unit_code)).first()
        if found is None:
            raise HTTPException(404)
        cells, problems = forms.validate(posted, found.cells, found.lines)
        if problems:
            return JSONResponse({"problems": problems}, status_code=422)
        changes = forms.changed(found.cells, cells)
        version = found.version + 1
        connection.execute(filing.update().where(filing.c.id == number).values(
            cells=cells, version=version, updated_at=now))
        connection.execute(history.insert().values(
            filing_id=number, version=version, person_id=who.id, at=now, detail=changes))
    return {"version": version, "savedAt": forms.clock(now), "cells": {cell: new for cell, (_, new) in changes.items()}}
