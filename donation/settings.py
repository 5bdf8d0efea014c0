"""Django's settings. Every value of ours comes from `donation.environment`; docs/operations.md
lists them, and a test keeps the two equal."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from donation.environment import data_folder, env, is_production, key, previous_keys, told

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = data_folder()
PRODUCTION = is_production()

try:
    SECRET_KEY = key("GLANE_SECRET_KEY").hex()
    KEK = key("GLANE_KEK")
    KEK_PREVIOUS = previous_keys("GLANE_KEK_PREVIOUS")
    CODE_KEY = key("GLANE_CODE_KEY")
    SIGNING_KEY = key("GLANE_SIGNING_KEY")
    # Who runs the instance, as the pages say it.
    CONTROLLER = told("GLANE_CONTROLLER", "instance de démonstration")
    CONTACT = told("GLANE_CONTACT", "contact@exemple.invalid")
except ValueError as error:
    raise ImproperlyConfigured(str(error)) from None

# Never on: a debug page shows local variables, and here they may hold a donor's words.
DEBUG = False
ALLOWED_HOSTS = env.list("GLANE_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("GLANE_ORIGINS", [])

COMMIT = env.str("GLANE_COMMIT", "")
GOAL = env.int("GLANE_GOAL", 20_000)
GOAL_DATE = env.date("GLANE_GOAL_DATE", None)
NEXT_RELEASE = env.date("GLANE_NEXT_RELEASE", None)
# As the legal notice says them; empty ones are said to be missing.
PUBLISHER = env.str("GLANE_PUBLISHER", "")
HOST = env.str("GLANE_HOST", "")
PARTNERS: list[str] = env.list("GLANE_PARTNERS", [])
MODELS: list[str] = env.list("GLANE_MODELS", [])
NOTICE_VERSION = "2"

# How long, and how much.
RAW_HOURS = env.int("GLANE_RAW_HOURS", 24)
DRAFT_DAYS = env.int("GLANE_DRAFT_DAYS", 14)
PROOF_DAYS = env.int("GLANE_PROOF_DAYS", 30)
UPLOAD_BYTES = env.int("GLANE_UPLOAD_BYTES", 2 * 1024**3)
UPLOAD_FILES = 200
LEDGER = env.path("GLANE_LEDGER", DATA / "ledger" / "ended.jsonl")
RESTORING = DATA / "restoring"
"""There while a restored back-up may hold what had ended: nobody is answered."""
LEASE_SECONDS = env.int("GLANE_LEASE_SECONDS", 60)
STUCK_SECONDS = env.int("GLANE_STUCK_SECONDS", 300)
# Partners' webhooks may then be on private addresses: for tests, and a partner inside the house.
WEBHOOK_PRIVATE = env.bool("GLANE_WEBHOOK_PRIVATE", False)
ATTEMPTS_PER_HOUR = env.int("GLANE_ATTEMPTS_PER_HOUR", 30)
BEGUN_PER_HOUR = env.int("GLANE_BEGUN_PER_HOUR", 120)
# Told by e-mail of archives that could not be read for reasons of ours.
OPERATORS: list[str] = env.list("GLANE_OPERATORS", [])
METRICS_TOKEN = env.str("GLANE_METRICS_TOKEN", "")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "donation",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "donation.pages.refusals.RefusalsLogged",
    "donation.pages.headers.PrivacyHeaders",
    "donation.pages.headers.NeverInClear",
    "donation.pages.headers.ClosedWhileRestoring",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "donation.urls"
WSGI_APPLICATION = "donation.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        # The templates of the operators' pages are Django's.
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "donation.pages.instance.instance",
            ],
            "builtins": ["donation.pages.dates"],
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        env.str("DATABASE_URL", f"sqlite:///{DATA}/glane.sqlite3"),
        conn_max_age=60,
        # A server that was restarted costs nobody an error page.
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A transaction that reads and then writes must take its lock at once, or it fails under load.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
        ),
        **DATABASES["default"].get("OPTIONS", {}),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", f"redis+socket://{DATA}/queue/valkey.sock")
CELERY_BROKER_URL = REDIS_URL
# Only a chord needs results: that its parts are done, nothing else.
CELERY_RESULT_BACKEND = REDIS_URL


def _s3_patience() -> Any:
    from botocore.config import Config  # noqa: PLC0415 - only with such a storage

    return Config(connect_timeout=3, read_timeout=20, retries={"total_max_attempts": 3})


_S3 = env.str("GLANE_S3_BUCKET", "")
STORAGES: dict[str, Any] = {
    "default": (
        {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {
                "bucket_name": _S3,
                "endpoint_url": env.str("GLANE_S3_ENDPOINT", "") or None,
                "file_overwrite": True,
                # Without it a whole object is read into memory.
                "max_memory_size": 1024 * 1024,
                # A storage that does not answer must not keep a donor waiting for minutes.
                "client_config": _s3_patience(),
            },
        }
        if _S3
        else {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": DATA / "sealed",
                "file_permissions_mode": 0o600,
                "directory_permissions_mode": 0o700,
            },
        }
    ),
    "staticfiles": {"BACKEND": "donation.pages.assets.Assets"},
}
STATIC_URL = "/static/"
STATIC_ROOT = env.path("GLANE_STATIC", DATA / "static")
WHITENOISE_USE_FINDERS = not PRODUCTION
FILE_UPLOAD_HANDLERS = ["donation.stages.intake.RefusingHandler"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = UPLOAD_FILES

# Without a mail server messages are files in the data folder, to be looked at while developing.
# The public is offered none: an address in such a file would stay.
_SMTP = urlsplit(env.str("GLANE_SMTP", ""))
OFFERS_MAIL = bool(_SMTP.hostname) or not PRODUCTION
_BACKEND = "smtp" if _SMTP.hostname else "dummy" if PRODUCTION else "filebased"
EMAIL_BACKEND = f"django.core.mail.backends.{_BACKEND}.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST, EMAIL_PORT = _SMTP.hostname or "", _SMTP.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_SMTP.username or ""), unquote(_SMTP.password or "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _SMTP.scheme == "smtp+tls", _SMTP.scheme == "smtps"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("GLANE_MAIL_FROM", CONTACT)

_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
OTP_TOTP_ISSUER = "Glane"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "donation" / "locale"]
FORMAT_MODULE_PATH = ["donation.formats"]
LANGUAGE_COOKIE_NAME = "langue"
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
TIME_ZONE = "Europe/Paris"
USE_THOUSAND_SEPARATOR = True

SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_AGE = 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "donation.pages.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
# `pages.headers` sets it page by page; what never comes so far gets this one.
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    # What programs speak to is refused, not led on: what was sent in clear must be noticed.
    SECURE_REDIRECT_EXEMPT = [r"^envois/", r"^metrics$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    # Browsers take a cookie of such a name over https only, for this host alone.
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    LANGUAGE_COOKIE_NAME = "__Host-langue"

# A record holds an event and a reference; a request is never logged, nor an exception's values.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "donation.logs.WithoutValues",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
        },
        "json": {"()": "donation.logs.AsJson"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "stream": sys.stderr,
            "formatter": "json" if env.bool("GLANE_JSON_LOGS", False) else "line",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "donation": {"level": "INFO"},
        "django.request": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
        "django.security": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
    },
}
