"""The release: what an alignment team trains on, and the withdrawals that reach it.

Confirmed donations are staged in a database file of the build's own (`staging`), thinned and
checked there (`duplicates`, `conflicts`, `privacy`, `gates`), written as Parquet and JSON lines
(`writer`), described (`papers`, `croissant`, `manifest`) and put in place all at once (`build`).
"""
