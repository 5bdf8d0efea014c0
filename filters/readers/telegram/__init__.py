"""Telegram: who is who in an export, and the acts in its chats."""
