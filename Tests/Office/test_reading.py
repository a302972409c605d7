"""Workbooks and documents made by other programs, with known faults: the finding names the right cell or paragraph."""

import json

import docx
import openpyxl

from test_annotate import form

DAY = ("--as-of", "2026-09-15")


def findings(krong, path, *options):
    """Rule and place of each finding, as people see the place."""
    done = krong.run("check", path, *DAY, "--format", "json", *options, expect=[0, 1])
    report = json.loads(done.stdout)
    found = []
    for submission in report["submissions"]:
        for finding in submission["structure"] + [f for rule in submission["rules"] for f in rule["findings"]]:
            spot = (finding.get("place") or {}).get("spot") or {}
            if "cell" in spot:
                place = f"{spot['sheet']}!{spot['cell']}"
            elif "table" in spot:
                place = f"table {spot['table']}:{spot['row']}:{spot['column']}"
            elif "paragraph" in spot:
                place = f"paragraph {spot['paragraph']}"
            else:
                place = ""
            found.append((finding["rule"], place))
    return found


def fill(krong, folder):
    """A workbook of krong template, filled in with openpyxl."""
    path = folder / "แผน.xlsx"
    krong.run("template", "annual-action-plan", "-o", path, expect=[0])
    book = openpyxl.load_workbook(path)
    general = book["ข้อมูลทั่วไป"]
    # Rules are those of a job; without one only what is common to all jobs is asked.
    next(row for row in general.iter_rows(max_col=2) if str(row[0].value).startswith("งานตามคู่มือ"))[1].value = 2
    projects = book["โครงการ"]
    head = {str(cell.value).rstrip(" *"): cell.column for cell in projects[3] if cell.value}

    def put(row, values):
        for name, value in values.items():
            projects.cell(row, head[name], value)

    common = {"วัตถุประสงค์": "เพื่อพัฒนา", "กิจกรรมการดำเนินงาน": "อบรม", "ผู้รับผิดชอบโครงการ": "กลุ่มนิเทศ"}
    put(4, {"ลำดับที่": 1, "รหัสโครงการ": "p1", "ชื่อโครงการ": "พัฒนาครู", "วงเงินงบประมาณ": "๑๒๐,๐๐๐", **common})
    put(5, {"ลำดับที่": 2, "รหัสโครงการ": "p2", "ชื่อโครงการ": "อ่านคล่อง", "วงเงินงบประมาณ": "สองแสน", **common})
    put(6, {"ลำดับที่": 3, "รหัสโครงการ": "p3", "ชื่อโครงการ": "ไม่มีวัตถุประสงค์", "วงเงินงบประมาณ": 5000})
    projects.cell(5, head["วันเริ่มต้น"], "2569-11-01")
    return path, book, projects, head


def test_cells(krong, folder):
    path, book, projects, head = fill(krong, folder)
    book.save(path)
    found = findings(krong, path, "--stage", "submitted")
    letter = {name: openpyxl.utils.get_column_letter(column) for name, column in head.items()}
    assert ("STR-002", f"โครงการ!{letter['วงเงินงบประมาณ']}5") in found, found
    assert ("STR-004", f"โครงการ!{letter['วันเริ่มต้น']}5") in found, found
    # What is absent is told at its own empty cell, in the row of its element.
    assert ("J02-CMP-003", f"โครงการ!{letter['วัตถุประสงค์']}6") in found, found
    # Thai digits and commas are an amount.
    assert not any(place == f"โครงการ!{letter['วงเงินงบประมาณ']}4" for _, place in found)


def test_percentages_hidden_and_formulas(krong, folder):
    path, book, projects, head = fill(krong, folder)
    target = projects.cell(4, head["ค่าเป้าหมาย"], 0.8)
    target.number_format = "0%"
    projects.cell(4, head["ตัวชี้วัดความสำเร็จ"], "ร้อยละของครู")
    projects.cell(6, head["วงเงินงบประมาณ"], "=1000+4000")
    projects.row_dimensions[5].hidden = True
    book.save(path)
    copy = folder / "copy.json"
    done = krong.run("convert", path, "-o", copy)
    # openpyxl writes no values of formulas: that is said, with the cell.
    assert done.returncode == 2 and "MAP-036" in done.stderr, done.stderr
    projects.cell(6, head["วงเงินงบประมาณ"], 5000)
    book.save(path)
    done = krong.run("convert", path, "-o", copy, expect=[0])
    assert "MAP-038" in done.stderr, "a hidden row is read, and told"
    plan = json.loads(copy.read_text(encoding="utf-8"))
    assert plan["projects"][0]["indicators"][0]["target"] == 80
    assert [project["name"] for project in plan["projects"]] == ["พัฒนาครู", "อ่านคล่อง", "ไม่มีวัตถุประสงค์"]


def test_paragraphs(krong, folder):
    path = form(folder)
    document = docx.Document(path)
    numbers = {paragraph.text: index + 1 for index, paragraph in enumerate(document.paragraphs)}
    found = findings(krong, path)
    schedule = numbers["1 ตุลาคม 2568 – 30 กันยายน 2567"]
    assert ("STR-004", f"paragraph {schedule}") in found, found
    assert ("STR-002", "table 1:2:2") in found, found


def test_templates(krong, folder):
    """All kinds: openpyxl opens the workbook; lists of drop-downs are there, sums are formulas, texts wrap."""
    kinds = [path.stem for path in sorted((krong.root / "Rules/kinds").glob("*.yaml")) if path.stem != "envelope"]
    assert len(kinds) == 11, kinds
    for kind in kinds:
        path = folder / f"{kind}.xlsx"
        krong.run("template", kind, "-o", path, expect=[0])
        book = openpyxl.load_workbook(path)
        assert book.sheetnames[0] == "คำชี้แจง" and book["_codes"].sheet_state == "hidden"
        for sheet in book:
            if sheet.sheet_state == "hidden":
                continue
            assert sheet.page_setup.paperSize == 9 or sheet.page_setup.paperSize == "9", (kind, sheet.title)
            for rule in sheet.data_validations.dataValidation:
                if rule.type != "list":
                    continue
                name, area = rule.formula1.split("!")
                cells = [cell.value for column in book[name.strip("'")][area.replace("$", "")] for cell in column]
                assert cells and all(cells), (kind, sheet.title, rule.formula1)
        checked = krong.run("check", path, *DAY, "-q")
        assert checked.returncode in (0, 1, 3), (kind, checked.stderr)
