#!/usr/bin/env python3
"""Finds what takes far more time for more of the same: `growth.py [--program P] [CASE ...]`.

Each case is a text that repeats something N times, for a file of a format (`growth_cases.py`). N grows fourfold until a
run takes long or the text is large; a case whose last step takes more than 6.5 times as long, more than a second per
64 KB, or much memory is printed. What counts is the time on all cores, so that others on the machine matter little.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from growth_cases import CASES


def make(folder, case, n):
    if callable(case):
        files = case(n)
    else:
        files = {p: (t(n) if callable(t) else t) for p, t in case.items()}
    size = 0
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        size += len(data)
        target.write_bytes(data)
    return size, len(files)


def run(command, longest):
    limit = lambda: (resource.setrlimit(resource.RLIMIT_CPU, (int(longest), int(longest) + 1)), resource.setrlimit(resource.RLIMIT_AS, (5 << 30, 5 << 30)))
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, stdin=subprocess.DEVNULL, preexec_fn=limit)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = code = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace")
    if "panick" in said or "overflow" in said:
        code = "panic"
    elif code < 0:
        code = "killed"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="target/release/gapcheck")
    parser.add_argument("--bytes", type=int, default=300_000)
    parser.add_argument("--seconds", type=float, default=1.2)
    parser.add_argument("--longest", type=float, default=15)
    parser.add_argument("--options", default="-q")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--after", default="")
    parser.add_argument("cases", nargs="*")
    chosen = parser.parse_args()
    names = [it for it in CASES if not chosen.cases or any(it.startswith(c) for c in chosen.cases)]
    bad = 0
    if chosen.after:
        names = names[names.index(chosen.after) + 1:]
    for name in names:
        print(name, file=sys.stderr, flush=True)
        n, rows = 256, []
        while True:
            with tempfile.TemporaryDirectory() as folder:
                size, count = make(Path(folder), CASES[name], n)
                rows.append((n, size, *run([chosen.program, "scan", "--no-progress", "--category", "all", *chosen.options.split(), folder], chosen.longest)))
            _, size, seconds, memory, code = rows[-1]
            if size > chosen.bytes or count > 700 or seconds > chosen.seconds or code in ("killed", "panic", 70) or n > 300_000:
                break
            n *= 4
        grows = len(rows) > 1 and rows[-1][2] > .5 and (rows[-1][2] - .05) / max(rows[-2][2] - .05, .01) > 6.5
        odd = rows[-1][4] not in (0, 1, 3, 4)
        slow = rows[-1][2] / max(rows[-1][1], 1) * 65536 > 1
        large = rows[-1][3] > 100 + rows[-1][1] / 1000
        mark = "GROWS" if grows else "ODD" if odd else "SLOW" if slow else "LARGE" if large else "ok"
        if mark != "ok" or chosen.all:
            bad += mark != "ok"
            last = ", ".join(f"{r[2]:.2f}" for r in rows[-5:])
            print(f"{mark:<6} {name:<28} n={rows[-1][0]:<7} {rows[-1][1] // 1000:>6} kB  s: {last}  {rows[-1][3]:.0f} MB  exit {rows[-1][4]}", flush=True)
    return bad


if __name__ == "__main__":
    sys.exit(min(main(), 1))
