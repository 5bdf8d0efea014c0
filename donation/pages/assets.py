"""Static files with a hash in their name in production, as they are otherwise."""

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

Assets = CompressedManifestStaticFilesStorage if settings.PRODUCTION else StaticFilesStorage
