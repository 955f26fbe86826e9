"""What starting costs: python -m bench.cost_start

Seconds of processor time and megabytes (Linux only) of processes of their own, the best of three: Python alone, `onrecord --help`, the program
with all its stages, the model loaded, and the sample read.
"""

from __future__ import annotations

import json
import subprocess
import sys

from bench.charts import Bar, chart_line

READ = "from onrecord.read import read_paths; from onrecord.annotate import annotate; from onrecord.parse import SpacyParser; p = SpacyParser()"
ALONE = "Python alone"
STEPS = {
    ALONE: "pass",
    "onrecord --help": "import sys; sys.argv = ['onrecord', '--help']\nfrom onrecord.views.cli import main\ntry: main()\nexcept SystemExit: pass",
    "all stages imported": "import onrecord.pipeline",
    "model loaded": f"{READ}; p.nlp",
    "sample read": f"{READ}; [annotate(x) for x in p.parse_many(read_paths(['sample/reports'])[0])]",
}
TELL = """
import json, sys, time
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:"))
sys.stderr.write(json.dumps([time.process_time(), int(peak) / 1024]))
"""
TIMES = 3


def started(code: str) -> tuple[float, float]:
    """Seconds of processor time and megabytes at most of a process that does *code*."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code + TELL], capture_output=True, text=True, check=True)
    seconds, megabytes = json.loads(done.stderr.splitlines()[-1])
    return seconds, megabytes


def main() -> None:
    """Prints the measurements."""
    found = {name: min(started(code) for _ in range(TIMES)) for name, code in STEPS.items()}
    for name, (seconds, megabytes) in found.items():
        times = f"{seconds / found[ALONE][0]:5.0f} times the seconds, {megabytes / found[ALONE][1]:4.0f} times the memory of {ALONE}"
        print(f"{name:22} {seconds:6.2f} s of processor time  {megabytes:6.0f} MB at most  {times}")
    print(chart_line("start seconds", "seconds of processor time", [Bar(name, seconds) for name, (seconds, _) in found.items()]))
    print(chart_line("start memory", "megabytes at most", [Bar(name, megabytes) for name, (_, megabytes) in found.items()]))


if __name__ == "__main__":
    main()
