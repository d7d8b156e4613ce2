"""Look up known vulnerabilities of the locked packages; exit 1 if there are any.

Without a network there is nothing to look up in: it says that it did not run, and exits 0.
"""

import json
import subprocess
import sys

LOCK = "requirements-test.lock"
AUDIT = (
    *(sys.executable, "-m", "pip_audit", "--vulnerability-service", "osv", "--format", "json"),
    *("--progress-spinner", "off", "--disable-pip", "--require-hashes", "--requirement", LOCK),
)


def main() -> None:
    """Print what is known, one vulnerability a line."""
    audit = subprocess.run(AUDIT, check=False, capture_output=True, text=True)
    if not audit.stdout:
        reason = (audit.stderr.splitlines() or ["no reason given"])[-1]
        print(f"The audit of {LOCK} for known vulnerabilities did not run: {reason}")
        return
    packages = json.loads(audit.stdout)["dependencies"]
    known = [(package, found) for package in packages for found in package.get("vulns", ())]
    for package, found in known:
        mended = ", ".join(found["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {found['id']}, mended in {mended}")
    print(f"{len(known)} known vulnerabilities in {len(packages)} packages of {LOCK}")
    sys.exit(bool(known))


if __name__ == "__main__":
    main()
