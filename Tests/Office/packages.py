"""Helpers of the Office tests: running krong, comparing packages part by part."""

import subprocess
import zipfile


class Krong:
    """The program under test."""

    def __init__(self, path, root):
        self.path = path
        self.root = root

    def run(self, *arguments, expect=None):
        done = subprocess.run(
            [self.path, *map(str, arguments)], cwd=self.root, capture_output=True, text=True, timeout=120
        )
        if expect is not None and done.returncode not in expect:
            raise AssertionError(f"krong {arguments} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done


def parts(path):
    """The parts of a package with their bytes."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def changed(before, after):
    """The names of parts that differ, that are new, and that are gone."""
    old, new = parts(before), parts(after)
    differing = sorted(name for name in old if name in new and old[name] != new[name])
    return differing, sorted(set(new) - set(old)), sorted(set(old) - set(new))
