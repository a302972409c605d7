"""Files made to do harm: a clear sentence, exit code 2, little time and memory; and what we write is safe elsewhere."""

import resource
import subprocess
import time
import zipfile

import openpyxl

from packages import parts
from test_annotate import form, workbook

DAY = ("--as-of", "2026-09-15")


def refused(krong, path, code, commands=("check", "annotate")):
    """Refused by each command within 5 s and 300 MB of address space beyond the program's own."""
    for command in commands:
        copy = path.with_name("copy" + path.suffix)
        more = ["-o", str(copy)] if command == "annotate" else []
        start = time.monotonic()
        done = subprocess.run(
            [krong.path, command, str(path), *more, *DAY],
            cwd=krong.root, capture_output=True, text=True, timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)),
        )
        assert done.returncode == 2, (command, done.returncode, done.stdout, done.stderr)
        assert code in done.stderr, (command, done.stderr)
        assert time.monotonic() - start < 10
        assert not copy.exists()


def rewritten(source, target, change):
    """A copy of a package with parts changed; what `change` gives for a part, or None to keep it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts(source).items():
            new = change(name, content)
            out.writestr(name, content if new is None else new)


def test_bomb(krong, folder):
    source, bomb = workbook(krong, folder), folder / "bomb.xlsx"
    blanks = b"<!--" + b" " * (300 << 20) + b"-->"
    rewritten(
        source, bomb,
        lambda name, content: content.replace(b"<sheetData>", blanks + b"<sheetData>", 1) if name.endswith("sheet3.xml") else None,
    )
    refused(krong, bomb, "PKG-004")


def test_entities(krong, folder):
    doctype = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    for source in (workbook(krong, folder), form(folder)):
        target = folder / ("xxe" + source.suffix)
        main = "word/document.xml" if source.suffix == ".docx" else "xl/workbook.xml"

        def change(name, content):
            if name != main:
                return None
            end = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
            return content[:end] + doctype + content[end:]

        rewritten(source, target, change)
        refused(krong, target, "PKG-005")


def test_old_protected_damaged(krong, folder):
    old = folder / "old.xls"
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    refused(krong, old, "PKG-002")
    protected = folder / "protected.xlsx"
    protected.write_bytes(old.read_bytes())
    refused(krong, protected, "PKG-002")
    source = workbook(krong, folder).read_bytes()
    cut = folder / "cut.xlsx"
    cut.write_bytes(source[: len(source) // 2])
    refused(krong, cut, "PKG-003")
    text = folder / "text.xlsx"
    text.write_text("รหัส,ชื่อ\n")
    refused(krong, text, "PKG-001")


def test_paths_in_packages(krong, folder):
    """Names that lead out of a package are names and nothing else: no file is written but the copy."""
    source, target = workbook(krong, folder), folder / "out" / "path.xlsx"
    target.parent.mkdir()
    rewritten(source, target, lambda name, content: None)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("../../escaped.txt", "x")
        package.writestr("/tmp/krong-escaped.txt", "x")
    copy = folder / "out" / "copy.xlsx"
    krong.run("annotate", target, "-o", copy, *DAY, expect=[0])
    assert not list(folder.rglob("escaped.txt")) and sorted(p.name for p in target.parent.iterdir()) == [
        "copy.xlsx", "path.xlsx",
    ]


def test_formulas_stay_text(krong, folder):
    """A value that begins like a formula is text in everything that we write."""
    plan = folder / "plan.yaml"
    evil = '=HYPERLINK("http://example.com","x")'
    plan.write_text(
        "id: p1\nkind: annual-action-plan\njob: 2\nfiscal_year: 2569\n"
        f"title: '{evil}'\nprojects:\n  - {{id: '+1', name: '@SUM(1)', objective: '-2+3'}}\n",
        encoding="utf-8",
    )
    filled, marked = folder / "filled.xlsx", folder / "marked.xlsx"
    krong.run("convert", plan, "-o", filled, expect=[0])
    krong.run("annotate", filled, "-o", marked, *DAY, expect=[0])
    seen = 0
    for path in (filled, marked):
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and cell.value != "-":
                        if cell.data_type == "f":
                            assert cell.value.startswith("=SUM("), (path.name, sheet.title, cell.coordinate, cell.value)
                        else:
                            seen += 1
    assert seen >= 6, seen
