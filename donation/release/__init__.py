"""The release: what an alignment team trains on, and the withdrawals that reach it.

A build is cut into shards (`build`, `shards`); each opens its donations and seals rows with their
facts (`sources`, `shapes`, `facts`). The last task gathers them (`assembly`, `staging`), leaves out
what may not or need not be in it (`thinning`, `near`, `privacy`), checks (`gates`, `drill`), writes
Parquet and JSON lines (`writer`), describes them (`papers`, `croissant`, `manifest`), and publishes
all at once.
"""
