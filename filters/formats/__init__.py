"""How bytes are laid out, one subject a file, for several platforms. No platform is named here."""
