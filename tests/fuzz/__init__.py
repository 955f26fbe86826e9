"""Hostile input made by machine: `make fuzz` runs many, `make test` a few and every one that was ever found."""
