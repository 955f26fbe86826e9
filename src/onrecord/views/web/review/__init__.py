"""The pages on which people correct the record: a queue by what matters, one thing at a time, a sample coded blindly, and the history of all decisions."""

from fastapi import FastAPI

from onrecord.views.web.book import Desk
from onrecord.views.web.frame import Frame
from onrecord.views.web.review.blind import add_blind
from onrecord.views.web.review.packs import add_packs
from onrecord.views.web.review.routes import Review, add_things
from onrecord.views.web.review.told import add_told

__all__ = ["add_review"]


def add_review(app: FastAPI, book: Desk, frame: Frame) -> None:
    """Puts the pages of review and their forms on *app*."""
    review = Review(book, frame)
    add_blind(app, review)
    add_told(app, review)
    add_packs(app, review)
    add_things(app, review)
