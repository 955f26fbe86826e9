"""The record: one SQLite file, its only writer and its queries."""
