"""The two views of the Django peer and their address."""

import time

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import path

import form as forms

from .models import Filing, History


@login_required
def sheet(request, number):
    return save(request, number) if request.method == "POST" else page(request, number)


def page(request, number):
    filing = Filing.objects.select_related("unit").filter(pk=number, unit_id=request.user.unit_id).first()
    if filing is None:
        raise Http404
    return render(request, "page.html", {
        "csrf": get_token(request), "person": request.user.pk, "name": request.user.name, "unit": filing.unit.name,
        "filing": filing.pk, "version": filing.version, "saved": forms.clock(filing.updated_at),
        "rows": forms.rows(filing.cells, filing.lines),
    })


def save(request, number):
    now = int(time.time())
    with transaction.atomic():
        filing = Filing.objects.select_for_update().filter(pk=number, unit_id=request.user.unit_id).first()
        if filing is None:
            raise Http404
        cells, problems = forms.validate(request.POST, filing.cells, filing.lines)
        if problems:
            return JsonResponse({"problems": problems}, status=422)
        changes = forms.changed(filing.cells, cells)
        filing.cells, filing.version, filing.updated_at = cells, filing.version + 1, now
        filing.save(update_fields=["cells", "version", "updated_at"])
        History.objects.create(filing=filing, version=filing.version, person=request.user, at=now, detail=changes)
    return JsonResponse({
        "version": filing.version, "savedAt": forms.clock(now), "cells": {cell: new for cell, (_, new) in changes.items()},
    })


urlpatterns = [path("filings/<int:number>/sheets/base", sheet)]
