"""The pages on which people correct the record: a queue by what matters, one thing at a time, and the history of all decisions."""

from onrecord.views.web.review.routes import add_review

__all__ = ["add_review"]
