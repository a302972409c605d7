"""Marked-up copies: what is put in stands at the right cell or paragraph, and nothing else changes."""

import re

import docx
import openpyxl
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image as Picture

from packages import changed, parts

AUTHOR = "กรอง (Krong)"
FINDINGS = "ข้อตรวจพบ (กรอง)"
DAY = ("--as-of", "2026-09-15")


def workbook(krong, folder):
    """A planner's workbook with everything that must survive, made of an example with faults."""
    plain = folder / "plain.xlsx"
    krong.run("convert", "Examples/annual-action-plan/faults-submitted.yaml", "-o", plain, expect=[0])
    book = openpyxl.load_workbook(plain)
    header = book["ข้อมูลทั่วไป"]
    header["A3"].comment = Comment("เขียนโดยผู้จัดทำแผน", "สมชาย")
    projects = book["โครงการ"]
    projects["E10"].comment = Comment("ของเดิม ถามกลุ่มนโยบายก่อน", "สมหญิง")
    projects["C6"].font = Font(bold=True, color="FF00AA00")
    projects["D7"].fill = PatternFill("solid", fgColor="FFDDEEFF")
    projects.conditional_formatting.add(
        "L5:L40", CellIsRule(operator="greaterThan", formula=["1000000"], fill=PatternFill("solid", bgColor="FFFFAA00"))
    )
    picture = folder / "logo.png"
    Picture.new("RGB", (24, 24), "navy").save(picture)
    header.add_image(Image(picture), "F2")
    book.defined_names["วงเงิน"] = DefinedName("วงเงิน", attr_text="'ข้อมูลทั่วไป'!$B$43")
    extra = book.create_sheet("บันทึกของฉัน")
    extra["A1"] = "=SUM('โครงการ'!L5:L9)"
    path = folder / "แผน.xlsx"
    book.save(path)
    return path


def test_workbook(krong, folder):
    source = workbook(krong, folder)
    marked = folder / "marked.xlsx"
    krong.run("annotate", source, "-o", marked, *DAY, expect=[0])

    differing, new, gone = changed(source, marked)
    assert gone == [], gone
    allowed = re.compile(
        r"^(\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml"
        r"|xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|xl/comments/comment\d+\.xml|xl/comments\d+\.xml"
        r"|xl/drawings/.*\.vml|xl/.*legacyDrawing\d+\.vml)$"
    )
    assert all(allowed.match(name) for name in differing), differing
    assert all("krong" in name or name.endswith(".rels") for name in new), new
    old, now = parts(source), parts(marked)
    untouched = [name for name in old if name not in differing]
    assert "xl/media/image1.png" in untouched and "docProps/app.xml" in untouched
    # Of a sheet only colours and the link to its notes are new: the cells stand as they stood.
    for name in differing:
        if name.startswith("xl/worksheets/sheet"):
            cells = [re.search(rb"<sheetData.*</sheetData>", text[name], re.S).group() for text in (old, now)]
            assert cells[0] == cells[1], name

    before, after = openpyxl.load_workbook(source), openpyxl.load_workbook(marked)
    assert after.sheetnames == before.sheetnames + [FINDINGS]
    assert dict(after.defined_names).keys() == dict(before.defined_names).keys()
    for sheet in before:
        twin = after[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                other = twin[cell.coordinate]
                assert cell.value == other.value and cell.style_id is not None
                assert repr((cell.font, cell.fill)) == repr((other.font, other.fill)), cell.coordinate
                assert cell.number_format == other.number_format
        assert sheet.merged_cells.ranges == twin.merged_cells.ranges
        assert len(sheet.data_validations.dataValidation) == len(twin.data_validations.dataValidation)
    projects = after["โครงการ"]
    assert after["ข้อมูลทั่วไป"]["A3"].comment.text == "เขียนโดยผู้จัดทำแผน"
    kept = projects["E10"].comment.text
    assert kept.startswith("ของเดิม ถามกลุ่มนโยบายก่อน") and "J02-CMP-003" in kept, kept
    assert projects["D7"].comment.author == AUTHOR and "J02-ALN-007" in projects["D7"].comment.text
    assert coloured(projects, "D7") and coloured(projects, "E10") and not coloured(projects, "C6")
    rules = [rule for rules in projects.conditional_formatting._cf_rules.values() for rule in rules]
    assert any(rule.operator == "greaterThan" for rule in rules)

    findings = after[FINDINGS]
    links = [cell.hyperlink.location for row in findings.iter_rows() for cell in row if cell.hyperlink]
    rows = [row for row in findings.iter_rows(min_row=6, values_only=True) if row[0]]
    assert any(row[4] == "โครงการ!D7" and row[2] == "J02-ALN-007" for row in rows)
    assert "'โครงการ'!D7" in links


def coloured(sheet, cell):
    return any(
        cell in [str(place) for part in str(area.sqref).split() for place in cells(part)]
        and any('LEN("krong")=5' in (rule.formula or []) for rule in rules)
        for area, rules in sheet.conditional_formatting._cf_rules.items()
    )


def cells(part):
    bounds = openpyxl.utils.range_boundaries(part)
    return [
        f"{openpyxl.utils.get_column_letter(column)}{row}"
        for column in range(bounds[0], bounds[2] + 1)
        for row in range(bounds[1], bounds[3] + 1)
    ]


def test_workbook_again(krong, folder):
    """The planner mends the marked copy and has it marked again: old marks go, the sheet is not doubled."""
    source = workbook(krong, folder)
    first, second, third = folder / "1.xlsx", folder / "2.xlsx", folder / "3.xlsx"
    krong.run("annotate", source, "-o", first, *DAY, expect=[0])
    krong.run("annotate", first, "-o", second, *DAY, expect=[0])
    assert notes(first) == notes(second)
    assert openpyxl.load_workbook(second).sheetnames.count(FINDINGS) == 1
    book = openpyxl.load_workbook(second)
    book["โครงการ"]["D7"] = "S2"
    book.save(second)
    krong.run("annotate", second, "-o", third, *DAY, expect=[0])
    after = openpyxl.load_workbook(third)["โครงการ"]
    assert after["D7"].comment is None and not coloured(after, "D7")
    assert after["E10"].comment.text.count("── กรอง ──") == 1
    # What is checked is the same with marks and without.
    checks = [krong.run("check", path, *DAY, "-q").stdout.replace(path.name, "") for path in (source, first)]
    assert checks[0] == checks[1].replace("marked", "")


def notes(path):
    return {
        (sheet.title, cell.coordinate): (cell.comment.author, cell.comment.text)
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def form(folder, name="แบบเสนอ.docx"):
    """A project form with faults, a comment of a person, a table and a header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "โรงเรียนตัวอย่าง"
    lines = [
        ("ชื่อโครงการ", "ยกระดับผลสัมฤทธิ์ภาษาไทย"),
        ("หน่วยงานรับผิดชอบ", "กลุ่มบริหารวิชาการ"),
        ("หลักการและเหตุผล", "นักเรียนชั้นประถมศึกษาปีที่ 3 อ่านไม่คล่องร้อยละ 18"),
        ("วัตถุประสงค์", "เพื่อยกระดับผลสัมฤทธิ์"),
        ("กลุ่มเป้าหมาย", "นักเรียนชั้นประถมศึกษาปีที่ 3"),
        ("ระยะเวลาดำเนินการ", "1 ตุลาคม 2568 – 30 กันยายน 2567"),
        ("งบประมาณ", "120,000 บาท"),
    ]
    for heading, text in lines:
        document.add_heading(heading, 1)
        paragraph = document.add_paragraph(text)
        if heading == "วัตถุประสงค์":
            document.add_comment(paragraph.runs, text="ถามครูวิชาการ", author="สมหญิง", initials="ส")
    document.add_heading("ตัวชี้วัด", 1)
    table = document.add_table(rows=2, cols=2)
    for column, text in enumerate(["ตัวชี้วัด", "ค่าเป้าหมาย"]):
        table.cell(0, column).text = text
    table.cell(1, 0).text = "ร้อยละของนักเรียนที่อ่านคล่อง"
    table.cell(1, 1).text = "มาก"
    path = folder / name
    document.save(path)
    return path


def test_document(krong, folder):
    source, marked, again = form(folder), folder / "marked.docx", folder / "again.docx"
    krong.run("annotate", source, "-o", marked, *DAY, expect=[0])
    differing, new, gone = changed(source, marked)
    assert gone == [] and set(differing) <= {
        "word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
    }, differing
    assert all("krong" in name for name in new), new

    before, after = docx.Document(source), docx.Document(marked)
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    comments = list(after.comments)
    assert [c.text for c in comments if c.author == "สมหญิง"] == ["ถามครูวิชาการ"]
    own = [c for c in comments if c.author == AUTHOR]
    assert len(own) >= 2 and "ผลสรุปการตรวจ" in own[0].text
    table = after.tables[0]
    hanging = table.cell(1, 1)._tc.xpath(".//w:commentReference/@w:id")
    assert hanging, "the target that is no number has no comment at its cell"
    assert any(str(c.comment_id) in hanging for c in own)

    krong.run("annotate", marked, "-o", again, *DAY, expect=[0])
    twice = [(c.author, c.text) for c in docx.Document(again).comments]
    assert sorted(twice) == sorted((c.author, c.text) for c in comments)
    assert parts(marked)["word/document.xml"].count(b"commentReference") == parts(again)["word/document.xml"].count(
        b"commentReference"
    )
