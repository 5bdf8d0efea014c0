"""ChatGPT: the files of the export, and the conversations they judge."""
