#!/usr/bin/env python3
"""Times whole runs against the floor and prints ratios: `run.py [--program P] [--floor P] [--runs N] [PATH ...]`.

The floor is `cargo build --release --example floor`: a parallel walk that reads the same files line by line. Each path
is a case; without paths, the small file of each format beside this script and what `make.py` makes are. The program
and the floor take turns, and the least of each counts: what else the machine does is then in neither. On a machine that
others use, the ratio of time on all cores says more than that on the wall.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
MADE = ["kubernetes", "monorepo", "terraform", "plan"]


@dataclass
class Run:
    """One run: seconds on the wall, seconds of all cores, the most memory in MB, the exit code."""

    wall: float
    cores: float
    memory: float
    code: int


def run(command: list[str]) -> Run:
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode)


def least(runs: list[Run]) -> Run:
    return Run(min(it.wall for it in runs), min(it.cores for it in runs), max(it.memory for it in runs), runs[0].code)


def take_turns(commands: list[list[str]], times: int) -> list[Run]:
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(times):
        for command, all_runs in zip(commands, runs):
            all_runs.append(run(command))
    return [least(it) for it in runs]


def cases(paths: list[Path], made: Path) -> list[Path]:
    if paths:
        return paths
    for kind in MADE:
        if not (made / kind).exists():
            subprocess.run([sys.executable, HERE / "make.py", kind, made / kind], check=True)
    return sorted(it for it in (HERE / "small").rglob("*") if it.is_file()) + [made / kind for kind in MADE]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="target/release/gapcheck")
    parser.add_argument("--floor", default="target/release/examples/floor")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--made", type=Path, default=Path(tempfile.gettempdir()) / "gapcheck-made")
    parser.add_argument("--most", action="append", default=[], metavar="NAME=TIMES[,MB]",
                        help="fail where a case takes more times the floor or more memory")
    parser.add_argument("paths", type=Path, nargs="*")
    chosen = parser.parse_args()
    most = dict(it.split("=", 1) for it in chosen.most)
    too_much = 0
    print(f"{'case':<28} {'floor ms':>9} {'ms':>9} {'times floor':>12} {'core ms':>9} {'in cores':>9} {'MB':>7} {'exit':>5}")
    for path in cases(chosen.paths, chosen.made):
        # A single file is set against a start that does nothing; a folder against reading it.
        floor = [chosen.program, "--version"] if path.is_file() else [chosen.floor, str(path)]
        program = [chosen.program, "scan", "--no-progress", str(path)]
        base, whole = take_turns([floor, program], chosen.runs * (4 if path.is_file() else 1))
        ratio = whole.wall / base.wall
        print(f"{path.name:<28} {base.wall * 1e3:>9.1f} {whole.wall * 1e3:>9.1f} {ratio:>12.1f} "
              f"{whole.cores * 1e3:>9.1f} {whole.cores / max(base.cores, 1e-4):>9.1f} {whole.memory:>7.0f} {whole.code:>5}", flush=True)
        times, _, memory = most.get(path.name, "").partition(",")
        too_much += bool(times and ratio > float(times)) + bool(memory and whole.memory > float(memory))
    return 1 if too_much else 0


if __name__ == "__main__":
    sys.exit(main())
