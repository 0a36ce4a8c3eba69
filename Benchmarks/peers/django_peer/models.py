"""Tables of the Django peer."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import models


class Unit(models.Model):
    code = models.CharField(max_length=6, primary_key=True)
    name = models.CharField(max_length=80)


class Person(AbstractBaseUser):
    name = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT)
    is_active = models.BooleanField(default=True)
    USERNAME_FIELD = "name"


class Filing(models.Model):
    unit = models.ForeignKey(Unit, models.PROTECT)
    stage = models.CharField(max_length=20)
    version = models.IntegerField(default=1)
    updated_at = models.IntegerField()
    cells = models.JSONField()
    lines = models.JSONField()


class History(models.Model):
    filing = models.ForeignKey(Filing, models.PROTECT)
    version = models.IntegerField()
    person = models.ForeignKey(Person, models.PROTECT)
    at = models.IntegerField()
    detail = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["filing", "version"], name="history_version")]
