"""Papers as Word documents and Excel workbooks, read by python-docx and openpyxl, and turned into pages by LibreOffice.

What a paper says is known from its Markdown, what was found from the JSON report: both must be in the documents.
"""

import collections
import csv
import json
import pathlib
import re
import shutil
import subprocess

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

DAY = ("--as-of", "2026-09-15")
PLAN = ("annual-action-plan/faults-submitted",)
REPORTS = ("disbursement-report/ready", "disbursement-report/faults-effective")
REQUESTS = ("budget-transfer/ready", "budget-transfer/requirements-j-considered")
DOCKET = ("annual-action-plan/ready", "annual-action-plan/faults-submitted", "budget-transfer/faults-submitted")

# Form, language, examples that have something to say in it.
CASES = [
    ("full-report", "th", PLAN),
    ("full-report", "en", PLAN),
    ("full-report", "th", ("annual-action-plan/ready",)),
    ("finding-list", "th", PLAN),
    ("finding-list", "th", DOCKET),
    ("alignment-table", "th", PLAN),
    ("completeness-checklist", "th", PLAN),
    ("opinion-subcommittee", "th", PLAN),
    ("memo", "th", REQUESTS[:1]),
    ("memo", "th", REQUESTS),
    ("revision-list", "th", ("budget-transfer/faults-effective",)),
    ("opinion-council", "th", ("budget-transfer/requirements-j-considered",)),
    ("resolution-notice", "th", ("budget-transfer/requirements-j-considered",)),
    ("round-comparison", "th", ("annual-action-plan/requirements-j-second-round",)),
    ("quarterly-ledger", "th", REPORTS),
    ("publication-ledger", "th", ("information-dataset/ready", "information-dataset/faults-closed")),
    ("acceleration-proposal", "th", REPORTS[1:]),
]
# The stage for which a form is made, where the examples have another.
STAGES = {"memo": ("--stage", "submitted"), "opinion-council": ("--stage", "screened")}
OFFICIAL = {"opinion-subcommittee", "memo", "opinion-council", "resolution-notice"}


def examples(krong, names):
    return [pathlib.Path(krong.root) / "Examples" / f"{name}.yaml" for name in names]


def make(krong, folder, number, form, language, names):
    """Writes a paper in all formats; gives the start of its files, and the JSON report."""
    stem = folder / f"{number:02}-{form}-{language}"
    options = []
    if form == "round-comparison":
        earlier = folder / "earlier.json"
        done = krong.run("check", *examples(krong, PLAN), *DAY, "--format", "json", expect=[0, 1])
        earlier.write_text(done.stdout, encoding="utf-8")
        options = ["--baseline", earlier]
    outputs = [part for end in ("docx", "xlsx", "md") for part in ("--output", f"{end}={stem}.{end}")]
    done = krong.run(
        "check", *examples(krong, names), *DAY, "--lang", language, "--paper", form, "--format", "json",
        *STAGES.get(form, ()), *options, *outputs, expect=[0, 1],
    )
    return stem, json.loads(done.stdout)


def papers(krong, folder):
    for number, case in enumerate(CASES):
        stem, report = make(krong, folder, number, *case)
        yield case, stem, report


# What a paper says


def bare(text):
    """A text without blanks, dots to write on, signs of lists, and the marks of Markdown."""
    text = re.sub(r"<br>|</?strong>", "", text)
    return re.sub(r"[\s\\`*.:☐•\u200b]", "", text)


def told(stem):
    """Headings with their levels, the cells of tables, and other lines, as Markdown has them."""
    headings, cells, lines = [], [], []
    for line in stem.with_suffix(".md").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(#+) (.*)", line):
            headings.append((len(match[1]), bare(match[2])))
        elif line.startswith("| ") and not re.fullmatch(r"[|:\- ]+", line):
            cells += [cell for cell in re.split(r"(?<!\\)\|", line)[1:-1] if bare(cell)]
        elif not line.startswith("|") and line != "---":
            lines.append(bare(re.sub(r"^(> ?|- (\[ \] )?|[0-9]+\. )", "", line)))
    return headings, cells, lines


def findings(report):
    for submission in report["submissions"]:
        yield from submission["structure"]
        for rule in submission["rules"]:
            yield from rule["findings"]


# Word


def body(document):
    """The text of a document in its order, and that of all its parts that people read."""
    return "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def check_document(form, language, stem, report):
    document = docx.Document(f"{stem}.docx")
    headings, cells, lines = told(stem)
    styled = [
        (int(paragraph.style.name[-1]), bare(paragraph.text))
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading ")
    ]
    assert styled == headings, (styled, headings)
    assert headings, "no heading"
    shown = collections.Counter(
        bare("".join(node.text or "" for node in cell.iter(qn("w:t")))) for cell in document.element.body.iter(qn("w:tc"))
    )
    lost = collections.Counter(map(bare, cells)) - shown
    assert not lost, f"lost: {list(lost)[:3]}"
    text = bare(body(document))
    lost = [line for line in lines if line not in text]
    assert not lost, f"lost: {lost[:3]}"

    for section in document.sections:
        size = sorted((round(section.page_width.cm, 1), round(section.page_height.cm, 1)))
        assert size == [21.0, 29.7], size
        assert (section.orientation == WD_ORIENT.LANDSCAPE) == (section.page_width > section.page_height)
        assert any("PAGE" in node.get(qn("w:instr"), "") for node in section.header._element.iter(qn("w:fldSimple")))
        digits = [node.get(qn("w:fmt")) for node in section._sectPr.iter(qn("w:pgNumType"))]
        assert digits == (["thaiNumbers"] if form in OFFICIAL else []), digits
    for table in document.tables:
        grid = sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid)
        for row in table.rows:
            widths = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row._tr.tc_lst]
            assert sum(widths) == grid, "the cells of a row are not as wide as the table"
        if table.style.name == "Table Grid":
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, "heads do not repeat"
            assert table.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    style = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    assert style.find(qn("w:szCs")).get(qn("w:val")) == "32", "16 points"
    assert style.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
    assert document.core_properties.title and document.core_properties.language == {"th": "th-TH", "en": "en-GB"}[language]
    for node in document.element.body.iter(qn("w:r")):
        letters = "".join(part.text or "" for part in node.iter(qn("w:t")))
        if re.search("[\u0e00-\u0e7f]", letters):
            assert node.rPr is not None and node.rPr.find(qn("w:cs")) is not None, f"not complex script: {letters}"
    if form == "finding-list":
        check_counts(document, report)


def check_counts(document, report):
    """How many failures of each severity there are, as the paper says it of each submission."""
    names = {"error": "ต้องแก้ไข", "warning": "ควรแก้ไข", "info": "ข้อมูลประกอบ"}
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for severity, name in names.items():
        said = sum(int(number) for number in re.findall(rf"{name} (\d+) รายการ", text))
        count = sum(f["severity"] == severity and f["outcome"] == "fail" for f in findings(report))
        assert said == count, (severity, said, count)


# Excel


def number(text):
    try:
        return float(re.sub(r"[,*\s]", "", text))
    except ValueError:
        return None


def key(text):
    """What a cell says: a number however it is written, else its text."""
    value = number(text)
    return bare(text) if value is None else value


def check_workbook(form, stem, report):
    book = openpyxl.load_workbook(f"{stem}.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"], "a formula"
    shown = collections.Counter(key(str(cell.value)) for cell in cells if not cell.is_date)
    _, told_cells, lines = told(stem)
    wanted = collections.Counter(map(key, told_cells))
    lost = wanted - shown
    assert not lost, f"lost: {list(lost)[:3]}"
    text = "".join(bare(str(cell.value)) for cell in cells)
    lost = [line for line in lines if line not in text]
    assert not lost, f"lost: {lost[:3]}"
    assert len({sheet.title for sheet in book}) == len(book.sheetnames)
    for sheet in book:
        assert sheet.page_setup.paperSize == 9 and sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        assert sheet.page_setup.fitToWidth == 1 and sheet.page_setup.fitToHeight == 0
        assert "&P" in sheet.oddFooter.center.text
    data = [sheet for sheet in book if sheet.title.startswith(("ข้อมูล", "Data"))]
    for sheet in data:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, sheet.title
        assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"
    if form in ("finding-list", "full-report"):
        (sheet,) = data
        heads = [cell.value for cell in sheet[1]]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        found = list(findings(report))
        assert len(rows) == len(found), (len(rows), len(found))
        rules = collections.Counter(finding["rule"] for finding in found)
        column = next(i for i, head in enumerate(heads) if head in ("เกณฑ์ตรวจ", "Rule"))
        assert collections.Counter(row[column] for row in rows) == rules


def test_papers(krong, folder):
    made = list(papers(krong, folder))
    for (form, language, _), stem, report in made:
        try:
            check_document(form, language, stem, report)
            check_workbook(form, stem, report)
        except Exception as problem:
            raise AssertionError(f"{stem.name}: {problem}") from problem
    check_pages(folder, [stem for _, stem, _ in made])


def test_hostile_texts(krong, folder):
    """Titles and names that try to be formulas or markup stay text, also in files that spreadsheets open."""
    example = examples(krong, PLAN)[0].read_text(encoding="utf-8")
    evil = "=HYPERLINK(1)</w:t>]]><x>&amp;"
    path = folder / "evil.yaml"
    path.write_text(re.sub(r"(?m)^title: .*$", f"title: {json.dumps(evil)}", example), encoding="utf-8")
    stem = folder / "evil"
    outputs = [part for end in ("docx", "xlsx", "csv") for part in ("--output", f"{end}={stem}.{end}")]
    krong.run("check", path, *DAY, "--paper", "finding-list", "--format", "json", *outputs, expect=[0, 1])
    assert evil in body(docx.Document(f"{stem}.docx"))
    book = openpyxl.load_workbook(f"{stem}.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.number_format for cell in cells if cell.value == evil] and all(
        cell.number_format == "@" for cell in cells if cell.value == evil
    )
    rows = list(csv.reader(open(f"{stem}.csv", encoding="utf-8-sig", newline="")))
    assert any("'" + evil in row for row in rows)
    assert not any(value.startswith("=") for row in rows for value in row)


# Pages


def letters(text):
    """Thai consonants: marks and vowels may come out of a page in another order."""
    return len(re.findall("[\u0e01-\u0e2e]", text))


def check_pages(folder, stems):
    """LibreOffice turns all documents and workbooks into pages; no letter may be lost, none cut off or covered."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        print("skipped: papers as pages (needs LibreOffice and pdftotext)")
        return
    pages = folder / "pages"
    files = [f"{stem}.{end}" for end in ("docx", "xlsx") for stem in stems]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf",
         "--outdir", pages / "docx", *[file for file in files if file.endswith("docx")]],
        check=True, capture_output=True, timeout=120,
    )
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf",
         "--outdir", pages / "xlsx", *[file for file in files if file.endswith("xlsx")]],
        check=True, capture_output=True, timeout=120,
    )
    for file in files:
        end = pathlib.Path(file).suffix[1:]
        pdf = pages / end / (pathlib.Path(file).stem + ".pdf")
        shown = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
        check_words_apart(pdf)
        count, heads = written(file, end)
        page_count = shown.count("\f")
        # Heads repeat on each page.
        assert count <= letters(shown) <= count + heads * page_count, (
            f"{pathlib.Path(file).name}: {count} Thai letters were written, {letters(shown)} are on {page_count} pages"
        )


def check_words_apart(pdf):
    """No word beyond the page, none over another: the middles of their lines do not meet."""
    shown = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
    for page, part in enumerate(shown.split("<page ")[1:], start=1):
        width, height = (float(value) for value in re.match(r'width="([\d.]+)" height="([\d.]+)"', part).groups())
        boxes = []
        pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
        for match in re.finditer(pattern, part):
            left, top, right, bottom = map(float, match.groups()[:4])
            where = f"{pdf.name}, page {page}: {match[5]}"
            assert left >= 10 and right <= width - 10 and top >= 10 and bottom <= height - 10, f"{where} leaves the page"
            middle, reach = (top + bottom) / 2, (bottom - top) * 0.2
            boxes.append((left + 1, middle - reach, right - 1, middle + reach, where))
        boxes.sort(key=lambda box: box[1])
        for index, (left, _, right, bottom, where) in enumerate(boxes):
            for other in boxes[index + 1:]:
                if other[1] >= bottom:
                    break
                assert other[0] >= right or left >= other[2], f"{where} lies over {other[4]}"


def written(file, end):
    """The Thai letters of a file, and those of heads that repeat."""
    if end == "docx":
        document = docx.Document(file)
        rows = [row for table in document.tables for row in table.rows[:2]]
        return letters(body(document)), letters("".join(cell.text for row in rows for cell in row.cells))
    book = openpyxl.load_workbook(file)
    text = "".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    heads = "".join(str(cell.value) for sheet in book for row in sheet.iter_rows(max_row=6) for cell in row if cell.value)
    return letters(text), letters(heads + "หน้า" + (book.properties.title or ""))
