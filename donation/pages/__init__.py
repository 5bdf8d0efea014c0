"""One file per screen of the journey. A form checks, a stage works, a template shows."""
