"""When each report was published: printed, or inferred from what the reports of a batch say."""

from onrecord.reconcile.dating.reports import date_reports

__all__ = ["date_reports"]
