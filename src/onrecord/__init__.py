"""onrecord reads reports about a mediated negotiation and keeps one sourced record of it."""

from onrecord.errors import OnRecordError
from onrecord.types import Reading, Report, Span

__version__ = "0.1.0"
__all__ = ["OnRecordError", "Reading", "Report", "Span", "__version__"]
