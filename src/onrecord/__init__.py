"""onrecord reads reports about a mediated negotiation and keeps one sourced record of it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.errors import OnRecordError
    from onrecord.types import Reading, Report, Span

__version__ = "0.1.0"
__all__ = ["OnRecordError", "Reading", "Report", "Span", "__version__"]


def __getattr__(name: str) -> Any:
    """The public names, brought in when they are asked for, so that `onrecord --help` answers at once."""
    if name == "OnRecordError":
        return import_module("onrecord.errors").OnRecordError
    if name in ("Reading", "Report", "Span"):
        return getattr(import_module("onrecord.types"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
