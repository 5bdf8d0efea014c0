"""Has anything in a lock a known defect? `python -m deploy.known_defects PIP-AUDIT LOCK...`.

Runs pip-audit and reads its answer whole: it ends well also when it could look nothing up, and a
check that could not be made must not look like one that was passed. Exit status 0 when everything
was looked up and nothing found, 1 for a known defect, 2 when something was not looked up; what was
not checked is said aloud, last.
"""

import json
import subprocess
import sys

_DEFECT, _NOT_CHECKED = 1, 2


def main(tool: str, *locks: str) -> int:
    """Out: the exit status."""
    command = [tool, "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    for lock in locks:
        command += ["--requirement", lock]
    done = subprocess.run(  # noqa: S603 - the caller's tool and files
        [*command, "--format", "json"], capture_output=True, text=True, check=False
    )
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        sys.stdout.write(f"NOT CHECKED: pip-audit said nothing.\n{done.stderr[-500:]}\n")
        return _NOT_CHECKED
    return told(found)


def told(found: list[dict[str, object]]) -> int:
    """Print what pip-audit found. Out: the exit status."""
    skipped = [one for one in found if "skip_reason" in one]
    bad = [one for one in found if one.get("vulns")]
    for one in bad:
        ids = ", ".join(str(defect["id"]) for defect in one["vulns"])  # type: ignore[attr-defined]
        sys.stdout.write(f"KNOWN DEFECT: {one['name']} {one['version']}: {ids}\n")
    sys.stdout.write(f"{len(found) - len(skipped)} checked, {len(bad)} with a known defect\n")
    if skipped:
        sys.stdout.write(
            f"NOT CHECKED: {len(skipped)} of {len(found)} distributions. The list of known defects "
            "cannot be reached from here: run this where it can.\n"
        )
    if bad:
        return _DEFECT
    return _NOT_CHECKED if skipped or not found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
