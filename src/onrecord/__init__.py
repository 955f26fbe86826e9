"""onrecord reads reports about a mediated negotiation and keeps one sourced record of it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import OpenRecord, Rows, open
    from onrecord.errors import OnRecordError
    from onrecord.types import Reading, Report, Span

__version__ = "0.1.0"
__all__ = ["OnRecordError", "OpenRecord", "Reading", "Report", "Rows", "Span", "__version__", "open"]
HOMES = {
    "OnRecordError": "errors", "OpenRecord": "api", "Reading": "types", "Report": "types", "Rows": "api", "Span": "types", "open": "api",
}


def __getattr__(name: str) -> Any:
    """The public names, brought in when they are asked for, so that `onrecord --help` answers at once."""
    if name in HOMES:
        return getattr(import_module(f"onrecord.{HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
