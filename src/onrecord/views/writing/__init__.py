"""How days, moments and numbers are written: the program's own form, or that of a reader's place; the words around them stay as they are."""
