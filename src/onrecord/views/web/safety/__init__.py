"""What keeps the pages safe: who may ask, from where, how much, how often; and what a browser may do with the answer."""

from onrecord.views.web.safety.forms import GIVEN
from onrecord.views.web.safety.guard import Guard, session_of
from onrecord.views.web.safety.policy import HEADERS, Limits, Safety

__all__ = ["GIVEN", "HEADERS", "Guard", "Limits", "Safety", "session_of"]
