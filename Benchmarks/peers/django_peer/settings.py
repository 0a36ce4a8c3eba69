"""Settings of the Django peer: sessions in the database, persistent connections, durable commits."""

import os

HERE = os.environ["PEER_DATA"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{HERE}/django.sqlite",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000",
        },
    }
}
DEBUG = False
SECRET_KEY = "benchmark only"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "django_peer.views"
USE_TZ, TIME_ZONE, LANGUAGE_CODE = True, "Asia/Shanghai", "zh-hans"
AUTH_USER_MODEL = "django_peer.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django_peer"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
TEMPLATES = [{
    "BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE], "APP_DIRS": False, "OPTIONS": {},
}]
LOGIN_URL = "/sign-in"
