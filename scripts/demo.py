"""Serve the app with an archive of invented briefs, as it is after years of issues.

    python scripts/demo.py [PORT]

What is added or mended is gone when the app is stopped.
"""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "support"))
from data_folders import PROJECT, SHIPPED, copy_archive


def main() -> None:
    """Serve a copy until the app is stopped."""
    port = sys.argv[1] if len(sys.argv) > 1 else "8501"
    command = [str(Path(sys.executable).with_name("regional-news")), "serve", "--port", port]
    with TemporaryDirectory(prefix="regional-news-demo-") as folder:
        data = copy_archive(Path(folder), SHIPPED)
        environment = {"REGIONAL_NEWS_EDITING": "open"} | os.environ
        environment["REGIONAL_NEWS_DATA"] = str(data)
        with suppress(KeyboardInterrupt):  # the app heard it, too, and takes its leave
            sys.exit(subprocess.call(command, cwd=PROJECT, env=environment))


if __name__ == "__main__":
    main()
