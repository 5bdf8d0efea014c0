"""Where Django's formats of a language are not those of its typographers."""
