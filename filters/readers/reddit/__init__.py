"""Reddit: the account, and the acts it made."""
