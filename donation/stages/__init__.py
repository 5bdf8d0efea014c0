"""The stages of a donation, one a file: from the archive taken in to the donation taken back."""
