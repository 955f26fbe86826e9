"""What stays with a worker from task to task: its reading processes, one for each of its threads, each with its model loaded once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Any

from distributed import WorkerPlugin, get_worker

from onrecord.cluster.plan import Done
from onrecord.cluster.reading_process import Limits, ReadingProcess
from onrecord.cluster.work import Task, read_partition


class Readers(WorkerPlugin):
    """Lends reading processes to the tasks of one worker, and ends them with it."""

    name = "onrecord readers"

    def __init__(self, model: str, limits: Limits) -> None:
        self._model, self._limits = model, limits
        self._idle: SimpleQueue[ReadingProcess] | None = None

    def setup(self, worker: Any) -> None:
        """Called when the worker has the plugin."""
        self._idle = SimpleQueue()

    def teardown(self, worker: Any) -> None:
        """Called when the worker ends, or gets the plugin of a later run."""
        while self._idle is not None:
            try:
                self._idle.get_nowait().close()
            except Empty:
                break

    @contextmanager
    def lent(self) -> Iterator[ReadingProcess]:
        """A process that nobody else has meanwhile."""
        assert self._idle is not None
        try:
            process = self._idle.get_nowait()
        except Empty:
            process = ReadingProcess(self._model, self._limits)
        yield process
        self._idle.put(process)


def read_here(task: Task) -> Done:
    """Reads a partition with a process of the worker that runs this."""
    plugin = get_worker().plugins[Readers.name]
    assert isinstance(plugin, Readers)
    with plugin.lent() as process:
        return read_partition(task, process)
