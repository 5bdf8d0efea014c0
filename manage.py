#!/usr/bin/env python
"""Django's command line for Glane."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donation.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as refused:
        # One line that names the setting; a traceback would hide it.
        sys.exit(f"Glane does not start: {refused}")
