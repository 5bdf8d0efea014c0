"""One platform a file. A reader knows its platform's names and keys, and nothing else does."""
