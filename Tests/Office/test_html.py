"""Papers as HTML in a browser: for screen readers and keyboards, on phones, on A4. Needs Chromium; axe-core from PyPI."""

import io
import re
import subprocess
import unicodedata

import browser

EXAMPLES = "Examples"
DAY = ("--as-of", "2026-09-15", "-q")

# Forms with files that have something to say in them, and an earlier report where one is compared with.
CASES = {
    "full-report": ["annual-action-plan/faults-submitted"],
    "finding-list": ["annual-action-plan/faults-submitted", "budget-request/faults-submitted"],
    "alignment-table": ["annual-action-plan/faults-submitted"],
    "completeness-checklist": ["annual-action-plan/faults-submitted"],
    "opinion-subcommittee": ["annual-action-plan/faults-submitted", "budget-transfer/faults-submitted"],
    "memo": ["budget-transfer/ready", "budget-transfer/requirements-j-considered"],
    "revision-list": ["budget-transfer/faults-effective"],
    "opinion-council": ["budget-transfer/requirements-j-considered"],
    "resolution-notice": ["budget-transfer/requirements-j-considered"],
    "round-comparison": ["annual-action-plan/requirements-j-second-round"],
    "quarterly-ledger": ["disbursement-report/ready", "disbursement-report/faults-effective"],
    "publication-ledger": ["information-dataset/ready", "information-dataset/faults-closed"],
    "acceleration-proposal": ["disbursement-report/faults-effective"],
}

# The stage for which a form is made, where the examples have another.
STAGES = {"memo": ["--stage", "submitted"], "opinion-council": ["--stage", "screened"]}


def is_missing():
    """Whether there is no browser; says so."""
    if browser.program():
        return False
    print("       skipped: Chromium is not installed")
    return True


def papers(krong, folder):
    """Each form as a file; the test of forms fails where one is missing here."""
    earlier = folder / "earlier.json"
    krong.run(
        "check", f"{EXAMPLES}/annual-action-plan/requirements-j-second-round.yaml", *DAY, "--output", f"json={earlier}", expect=(0, 1)
    )
    for form, files in CASES.items():
        file = folder / f"{form}.html"
        more = STAGES.get(form, []) + (["--baseline", earlier] if form == "round-comparison" else [])
        paths = [f"{EXAMPLES}/{name}.yaml" for name in files]
        krong.run("check", *paths, *DAY, *more, "--paper", form, "--output", f"html={file}", expect=(0, 1))
        yield form, file


def test_there_is_a_case_for_each_form(krong, folder):
    listed = krong.run("list", "papers", "--lang", "en", expect=(0,)).stdout
    assert re.findall(r"^([a-z-]+)  ", listed, re.MULTILINE) == list(CASES), listed


def axe():
    """The script of axe-core; None where the package is not installed."""
    try:
        import axe_core_python
    except ImportError:
        return None
    import pathlib

    return (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


VIOLATIONS = """axe.run(document).then(found => found.violations.map(
  v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.failureSummary).slice(0, 2).join(' | ')))"""

# Cells and words that are wider than what holds them.
TOO_WIDE = """[...document.querySelectorAll('td,th,p,li,dd,h1,h2,h3,h4')].filter(
  e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).display != 'inline'
    && !e.closest('thead[style], .skip')).map(e => e.outerHTML.slice(0, 200))"""


def test_no_fault_for_screen_readers_and_nothing_too_wide(krong, folder):
    if is_missing():
        return
    checker = axe()
    if checker is None:
        print("       skipped in part: axe-core-python is not installed")
    with browser.Browser() as page:
        for form, file in papers(krong, folder):
            text = file.read_text(encoding="utf-8")
            assert "<script" not in text and "http-equiv" in text, form
            for width, dark in ((1280, False), (390, True)):
                page.open(file, width=width, dark=dark)
                languages = page.run("[...document.querySelectorAll('[name=language]')].map(e => e.id)") or [None]
                for language in languages:
                    if language:
                        page.run(f"document.getElementById('{language}').click()")
                    where = f"{form} {language} {width} {'dark' if dark else 'light'}"
                    wide = page.run("document.documentElement.scrollWidth")
                    assert wide <= width, f"{where}: the page is {wide} wide"
                    # On a phone the heads of tables are put out of sight, where their width says nothing.
                    if width > 600:
                        assert page.run(TOO_WIDE) == [], f"{where}: {page.run(TOO_WIDE)}"
                    if checker:
                        page.run(checker + ";0")
                        found = page.run(VIOLATIONS)
                        assert found == [], f"{where}: {found}"
                asked = [url for url in page.requests() if not url.startswith("file:")]
                assert asked == [], f"{form} asks for {asked}"


def test_rows_and_languages_are_chosen_by_keyboard(krong, folder):
    if is_missing():
        return
    file = folder / "report.html"
    krong.run("check", f"{EXAMPLES}/annual-action-plan/faults-submitted.yaml", *DAY, "--output", f"html={file}", expect=(1,))
    shown = "[...document.querySelectorAll('.in-th tr[data-severity]')].filter(e => e.checkVisibility()).map(e => e.dataset.severity)"
    with browser.Browser() as page:
        page.open(file)
        page.press("Tab")
        assert page.run("document.activeElement.className") .startswith("skip")
        before = page.run(shown)
        assert {"error", "warning", "info"} == set(before)
        for _ in range(60):
            page.press("Tab")
            if page.run("document.activeElement.id") == "show-th-severity-warning":
                break
        assert page.run("document.activeElement.id") == "show-th-severity-warning"
        page.press(" ")
        assert page.run(shown) == [value for value in before if value != "warning"]
        page.press(" ")
        assert page.run(shown) == before
        assert page.run("document.querySelector('.in-en').checkVisibility()") is False
        page.run("document.getElementById('language-en').click()")
        assert page.run("document.querySelector('article.in-en').checkVisibility()") is True
        assert page.run("document.querySelector('article.in-th').checkVisibility()") is False


def printed(data, folder):
    """The pages of a PDF: sizes in points, texts, and pictures at 50 dots an inch."""
    file = folder / "printed.pdf"
    file.write_bytes(data)
    info = subprocess.run(["pdfinfo", "-l", "999", file], capture_output=True, text=True, check=True).stdout
    sizes = [tuple(round(float(n)) for n in size) for size in re.findall(r"size: +([\d.]+) x ([\d.]+)", info)]
    text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    texts = text.split("\f")[: len(sizes)]
    for old in folder.glob("page-*.pgm"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", "50", "-gray", file, folder / "page"], check=True)
    return sizes, texts, sorted(folder.glob("page-*.pgm"))


def letters(text):
    """Text without what breaks it into lines; vowels that fonts take apart as one."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def test_printed_on_a4_with_page_numbers_and_clean_margins(krong, folder):
    if is_missing():
        return
    from PIL import Image

    official = {"opinion-subcommittee", "memo", "opinion-council", "resolution-notice"}
    with browser.Browser() as page:
        for form, file in papers(krong, folder):
            page.open(file)
            title = page.run("document.querySelector('h1').textContent")
            sizes, texts, pictures = printed(page.pdf(), folder)
            assert sizes and all(sorted(size) == [595, 842] for size in sizes), f"{form}: {sizes}"
            assert letters(title) in letters(texts[0]), f"{form}: {texts[0][:200]}"
            for number, text in enumerate(texts, 1):
                if form in official and number == 1:
                    continue
                shown = str(number).translate(THAI) if form in official else str(number)
                assert f"- {shown} -" in text, f"{form}, page {number}: {text[:80]!r}"
            for number, picture in enumerate(pictures, 1):
                image = Image.open(io.BytesIO(picture.read_bytes()))
                width, height = image.size
                # Below the text there are 2 cm of paper; what is seen there belongs to the next page.
                margin = int(1.9 / 2.54 * 50)
                foot = image.crop((0, height - margin, width, height))
                assert foot.getextrema()[0] > 200, f"{form}, page {number}: ink below the text"
                side = image.crop((width - margin, 0, width, height))
                assert side.getextrema()[0] > 200, f"{form}, page {number}: ink right of the text"
