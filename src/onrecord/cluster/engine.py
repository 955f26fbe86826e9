"""Where the work is done: processes of this machine, or a cluster that somebody has started; both are Dask's `distributed`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.cluster.reading_process import Limits
from onrecord.errors import InputError, OnRecordError
from onrecord.versions import annotator, extractor

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")
NAMED = re.compile(r"local(?:\[(?P<workers>[1-9]\d*)\])?|dask://(?P<address>[^\s/]+:\d+)")
TRIES = 3
"""How often work is done anew that raised an error or lost its worker."""
WAITING = 3
"""Tasks for each worker that the scheduler holds, so that no worker waits and memory does not grow with their number."""

COUNTED = 20
"""Tasks after which the workers are counted anew: some may have come or gone."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Work that could not be done, after all tries."""

    why: str


@dataclass(frozen=True, slots=True)
class Engine:
    """A running cluster on whose workers this program is."""

    client: Client

    @property
    def workers(self) -> int:
        """How many there are now."""
        return max(1, len(self.client.scheduler_info(n_workers=-1)["workers"]))

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[T, R | Failed]]:
        """Each task with what came of it, as they are done; a lost worker's tasks are done by the others."""
        from distributed import as_completed

        rest = iter(tasks)
        running: dict[Future[R], T] = {}
        done: Any = as_completed()  # type: ignore[no-untyped-call]

        def submit(number: int) -> None:
            for task in islice(rest, number):
                future = self.client.submit(work, task, pure=False, retries=TRIES)
                running[future] = task
                done.add(future)

        wanted, finished = WAITING * self.workers, 0
        submit(wanted)
        while running:
            future: Any = next(done)
            task = running.pop(future)
            finished += 1
            if finished % COUNTED == 0:
                wanted = WAITING * self.workers
            submit(max(1, wanted - len(running)))
            error = future.exception()
            yield task, future.result() if error is None else Failed(f"{type(error).__name__}: {str(error).splitlines()[0][:300] if str(error) else ''}")


@contextmanager
def engine(name: str, model: str, limits: Limits) -> Iterator[Engine]:
    """The engine that a person named: `local`, `local[N]` or `dask://HOST:PORT`; InputError for another name, or a cluster with another program."""
    found = NAMED.fullmatch(name)
    if found is None:
        raise InputError(f"--engine {name}: no engine; give local, local[N] with a number of processes, or dask://HOST:PORT")
    try:
        import distributed
    except ImportError as error:
        raise InputError("--engine needs Dask, which is not installed; install onrecord[cluster]") from error
    from onrecord.cluster.readers import Readers

    with ExitStack() as stack:
        if found["address"]:
            client = stack.enter_context(connected(found["address"], distributed))
        else:
            client = stack.enter_context(local(int(found["workers"] or os.cpu_count() or 1), distributed))
        client.register_plugin(Readers(model, limits))
        same_program(client, model)
        yield Engine(client)


@contextmanager
def local(workers: int, distributed: Any) -> Iterator[Client]:
    """Processes of this machine; what they say to each other stays on it, encrypted with keys that nobody else has."""
    quiet = {"logging.distributed": "critical", "distributed.worker.memory.terminate": False, "distributed.worker.memory.pause": False}
    from dask.config import set as configured

    with configured(quiet), distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", security=distributed.Security.temporary(),
        silence_logs="CRITICAL",
    ) as cluster, distributed.Client(cluster) as client:
        yield client


@contextmanager
def connected(address: str, distributed: Any) -> Iterator[Client]:
    """A cluster that was started before; encrypted where Dask's own settings ask for that."""
    from dask.config import get

    scheme = "tls" if get("distributed.comm.require-encryption", False) else "tcp"
    try:
        client = distributed.Client(f"{scheme}://{address}", timeout="10s")
    except OSError as error:
        raise InputError(f"dask://{address}: no scheduler answers there; start it with `dask scheduler` and workers with `dask worker`") from error
    with client:
        yield client


def same_program(client: Client, model: str) -> None:
    """InputError where a worker is another program than this one: its readings would not be those that this one gives."""
    here = (annotator(model), extractor())
    others = {where: found for where, found in client.run(versions, model).items() if found != here}
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise InputError("the cluster has no workers; start some with `dask worker`")
    if others:
        where, found = next(iter(others.items()))
        raise OnRecordError(f"the worker {where} has {' / '.join(found)}, and here is {' / '.join(here)}; install the same version and model on every machine")


def versions(model: str) -> tuple[str, str]:
    """Which program a worker is."""
    return annotator(model), extractor()
