"""The brief: what an analyst reads first, each line with the words it rests on."""

from onrecord.views.brief.build import build_brief
from onrecord.views.brief.page import Brief, Cite, Line, Section

__all__ = ["Brief", "Cite", "Line", "Section", "build_brief"]
