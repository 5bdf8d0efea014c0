"""Finding personal data in a text and replacing it by typed placeholders."""
