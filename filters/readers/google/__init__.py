"""What Google's Takeout holds, in every language it is written in: one module for each product.

Facts: formats/google-youtube and formats/gemini. Folder, file, heading and title words follow the
language of the account; keys of JSON, the order of CSV columns and the shape of ids do not.
"""
