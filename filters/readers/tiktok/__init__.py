"""TikTok: one document, or one text file a list, with the same names in both."""
