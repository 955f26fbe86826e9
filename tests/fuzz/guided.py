"""One target under atheris, which keeps the inputs that reach new code: `python -m tests.fuzz.guided TARGET SECONDS FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["onrecord.read", "onrecord.views.web.query", "onrecord.record.queries"]):
    from tests.fuzz.targets import targets


def main() -> None:
    """Runs until the time is up; libFuzzer ends the process, with a status other than 0 where something got out."""
    name, seconds, folder = sys.argv[1:4]
    target = next(t for t in targets() if t.name == name)
    corpus = Path(folder) / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for n, seed in enumerate(target.seeds):
        (corpus / f"seed{n}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=3000", "-max_len=60000", f"-artifact_prefix={folder}/", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, str(corpus)], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
