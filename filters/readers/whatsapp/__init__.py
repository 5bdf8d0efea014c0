"""WhatsApp: one exported chat, what the program writes in it, the order of its dates."""
