"""X: the account, what was liked and written, private messages, talks with Grok."""
