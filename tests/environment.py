"""Loaded before Django: tests have a data folder of their own, and never touch `var/`."""

import atexit
import os
import shutil
import tempfile

FOLDER = tempfile.mkdtemp(prefix="glane-tests-")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ["GLANE_DATA"] = FOLDER
os.environ.pop("GLANE_PRODUCTION", None)
os.environ.pop("REDIS_URL", None)
