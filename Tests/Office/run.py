#!/usr/bin/env python3
"""Runs the Office tests with openpyxl and python-docx: run.py KRONG [NAME…].

Each test gets the program and an empty folder; one that fails raises.
"""

import importlib
import pathlib
import sys
import tempfile
import time
import traceback

from packages import Krong

HERE = pathlib.Path(__file__).resolve().parent
MODULES = sorted(path.stem for path in HERE.glob("test_*.py"))


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    wanted = sys.argv[2:]
    krong = Krong(str(program), HERE.parent.parent)
    failed = count = 0
    for name in MODULES:
        module = importlib.import_module(name)
        for test in [value for key, value in vars(module).items() if key.startswith("test_") and callable(value)]:
            if wanted and not any(word in test.__name__ for word in wanted):
                continue
            count += 1
            start = time.monotonic()
            with tempfile.TemporaryDirectory(prefix="krong-office-") as folder:
                try:
                    test(krong, pathlib.Path(folder))
                    state = "ok    "
                except Exception:
                    failed += 1
                    state = "FAILED"
                    traceback.print_exc()
            print(f"{state} {name}.{test.__name__} ({time.monotonic() - start:.2f} s)", flush=True)
    if not count:
        sys.exit("no test ran")
    print(f"{count - failed} of {count} passed")
    sys.exit(1 if failed else 0)


main()
