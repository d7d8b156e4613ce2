"""Find an nginx for the tests of several replicas, or install one; print its path.

    python tests/support/nginx.py            find it, else install it
    python tests/support/nginx.py --find     only look

Looked for in this order: the variable NGINX, the path, where Debian puts it. Installed as root
from Debian's packages; the server that Debian then starts on port 80 is stopped again.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from string import Template

from installing import install_from_debian, print_path, run, starts

PROJECT = Path(__file__).resolve().parents[2]
PAGES = PROJECT / "deploy" / "nginx"

PATIENCE = 30
"""Seconds that starting and stopping may take on a busy machine."""

ADVICE = (
    "There is no nginx that starts, and the tests of several replicas need one. Install it and put "
    "it on the path (Debian and Ubuntu: apt-get install nginx), or name it in the variable NGINX."
)

_FRAME = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    include {mime};
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/conf.d/*.conf;
}}
"""
"""What a system's own nginx.conf says around the project's files, without its daemon."""


class NoNginx(RuntimeError):
    """There is no nginx, or it does not start; the message tells what to do."""


def find() -> str | None:
    """Return the path of an nginx that starts, or None."""
    named = os.environ.get("NGINX")
    places = filter(None, (named, shutil.which("nginx"), "/usr/sbin/nginx"))
    return next((path for path in places if starts(path, "-v")), None)


def find_or_install() -> str | None:
    """Return the path of an nginx that starts, installed if there was none, or None."""
    if (path := find()) is None and install_from_debian("nginx"):
        run("service", "nginx", "stop")
        path = find()
    return path


def filled(template: Path, variables: Mapping[str, object]) -> str:
    """Return a template with its variables filled in, as envsubst does; nginx's own stay."""
    return Template(template.read_text(encoding="utf-8")).safe_substitute(variables)


@contextmanager
def running_nginx(folder: Path, variables: Mapping[str, object]) -> Iterator[None]:
    """Run nginx in ``folder`` with the project's files.

    ``variables`` are those of the templates in deploy/nginx; without a base path the app is at the
    root, with a certificate among them it
    answers by https too. Raises NoNginx where there is none, or where it finds a mistake.
    """
    program = find()
    if program is None:
        raise NoNginx(ADVICE)
    configured = _configured(folder, {"NEWS_PAGES": PAGES, "NEWS_BASE": "", **variables})
    command = [program, "-p", str(folder), "-c", str(configured), "-e", str(folder / "error.log")]
    checked = subprocess.run([*command, "-t"], check=False, capture_output=True, text=True)
    if checked.returncode:
        raise NoNginx(f"nginx finds a mistake in the files: {checked.stderr}")
    server = subprocess.Popen(command)
    try:
        _wait_until_it_listens(server, folder)
        yield
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _wait_until_it_listens(server: subprocess.Popen[bytes], folder: Path) -> None:
    """Return once nginx has written its process id: by then it listens."""
    until = time.monotonic() + PATIENCE
    while not (folder / "nginx.pid").stat().st_size:  # the check of the files left it empty
        if server.poll() is not None or time.monotonic() > until:
            raise NoNginx(f"nginx did not start: {(folder / 'error.log').read_text()}")
        time.sleep(0.05)


def _configured(folder: Path, variables: Mapping[str, object]) -> Path:
    """Write the files into ``folder`` and return the one that nginx starts with."""
    included = folder / "conf.d"
    included.mkdir(parents=True)
    templates = [PAGES / "regional-news.conf.template"]
    if "NEWS_CERTIFICATE" in variables:
        templates.append(PAGES / "https.conf.template")
    for template in templates:
        (included / template.stem).write_text(filled(template, variables), encoding="utf-8")
    # Started as root it would run as somebody who may not look into the folder.
    user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
    mime = folder / "mime.types"
    mime.write_text("types { text/html html; }\n")
    configured = folder / "nginx.conf"
    configured.write_text(_FRAME.format(folder=folder, user=user, mime=mime), encoding="utf-8")
    return configured


def main() -> None:
    """Print the path of an nginx, or stop with advice."""
    print_path(find, find_or_install, ADVICE)


if __name__ == "__main__":
    main()
