"""Safe, streaming access to an untrusted archive: a zip, a tar, a folder or a single file.

Nothing is extracted to disk, nested archives are never opened, and names are never used as paths.
"""
