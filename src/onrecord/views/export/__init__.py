"""The record in forms that other programs take: `export` writes one, `FORMATS` lists them, a `Book` is what each is made of."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.views.export.book import Book, ExportOptions, book_of
    from onrecord.views.export.formats import FORMATS, Format
    from onrecord.views.export.placing import export

HOMES = {"Book": "book", "ExportOptions": "book", "book_of": "book", "FORMATS": "formats", "Format": "formats", "export": "placing"}
__all__ = ["FORMATS", "Book", "ExportOptions", "Format", "book_of", "export"]


def __getattr__(name: str) -> Any:
    """The names above, brought in when they are asked for, so that the help of the command line lists formats without loading the record."""
    if name in HOMES:
        return getattr(import_module(f"onrecord.views.export.{HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
