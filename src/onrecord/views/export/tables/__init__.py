"""The record as named tables of rows with stable columns, and the table that explains them all.

`TABLES` lists the tables; `tables_of(book)` fills them, with a codebook's variables beside our columns. Every table format writes what this gives.
"""

from onrecord.views.export.tables.columns import Cell, Column, Table
from onrecord.views.export.tables.filled import TABLES, Filled, explained, tables_of

__all__ = ["TABLES", "Cell", "Column", "Filled", "Table", "explained", "tables_of"]
