"""What everybody knows of the world and its calendar, as far as a report's words lead to a day by it."""

from onrecord.reconcile.dating.world.bounds import world_bounds

__all__ = ["world_bounds"]
