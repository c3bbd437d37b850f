#!/usr/bin/env python3
"""Lays the fixtures into the corpora of the targets: `fuzz/seed.py`. What is there already stays."""

import hashlib
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SYNTAXES = {"yaml": (".yaml", ".yml"), "json": (".json",), "toml": (".toml",), "hcl": (".tf", ".tfvars"), "dockerfile": ("Dockerfile",)}
SEPARATOR = "\x1e"


def put(target: str, text: str) -> None:
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(text.encode()).hexdigest()[:16]).write_text(text)


def text_of(path: Path) -> str | None:
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return None


def main() -> None:
    targets = sorted(it.stem for it in (HERE / "targets").glob("*.rs"))
    collectors = [it for it in targets if it.startswith("collect_")]
    for fixture in sorted((ROOT / "fixtures/policies").iterdir()):
        files = {it: text for it in sorted(fixture.rglob("*")) if it.is_file() and (text := text_of(it)) is not None}
        # Files of one format lie side by side; each target takes what its collector claims of them.
        whole = SEPARATOR.join(f"{it.relative_to(fixture)}\n{text}" for it, text in list(files.items())[:8])
        for target in collectors:
            put(target, whole)
        for path, text in files.items():
            for syntax, endings in SYNTAXES.items():
                if path.name.endswith(endings):
                    put(f"syntax_{syntax}", text)
    for path in sorted((ROOT / "policies").rglob("*.rego")):
        put("read_policy", path.read_text())
    # The cases of the command line hold settings, waivers, attestations and baselines as people write them.
    for path in sorted((ROOT / "tests/cli").glob("*.toml")):
        for name, text in re.findall(r'"([^"]+)" = """\n(.*?)"""', path.read_text(), re.S):
            for target, ending in {"read_settings": "gapcheck.toml", "read_waivers": "waivers.toml",
                                   "read_attestations": "attestations.toml", "read_baseline": "baseline.json"}.items():
                if name.endswith(ending):
                    put(target, text)
    put("read_settings", (ROOT / "gapcheck.toml").read_text())
    put("read_waivers", '[[waiver]]\npolicy = "a"\nsubject = "*"\nreason = "r"\nowner = "@o"\nexpires = 2027-03-31\n')
    put("read_attestations", '[[attestation]]\ncriterion = "CC1.1"\nstatement = "s"\nby = "@o"\ndate = 2026-01-01\n'
        'valid_until = 2027-01-01\nevidence = [{path = "a.pdf", sha256 = "00"}]\n')
    put("read_baseline", '{"schema_version": "1", "gaps": [{"fingerprint": "00", "policy": "a", "subject": "b"}]}')
    put("read_evidence", '{"schema_version": "1", "evidence": [{"id": "a", "kind": "bucket", "name": "b", "format": "terraform", "facts": {}}]}')


if __name__ == "__main__":
    main()
