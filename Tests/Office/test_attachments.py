"""Attachments made by reportlab: Thai text, passwords, cuts, scans, bombs; facts as krong eval tells them."""

import json
import shutil
import time
import zlib

from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONTS = ["/usr/share/fonts/truetype/tlwg/Laksaman.ttf", "/usr/share/fonts/truetype/tlwg/Loma.ttf"]
LINES = ["๑. หลักการและเหตุผล", "เพื่อพัฒนาครูให้จัดการเรียนรู้ได้", "ส่วนที่ ๒ วัตถุประสงค์", "3. ตัวชี้วัดและค่าเป้าหมาย", "น้ำดื่มสะอาด"]


def paper(path, encrypt=None):
    page = canvas.Canvas(str(path), encrypt=encrypt)
    for font in FONTS:
        try:
            pdfmetrics.registerFont(TTFont("Thai", font))
            break
        except OSError:
            continue
    for number, line in enumerate(LINES):
        page.setFont("Thai", 16)
        page.drawString(80, 780, line)
        page.showPage()
    page.save()


def facts(krong, folder, file):
    plan = folder / "plan.yaml"
    plan.write_text(
        "id: p1\nkind: annual-action-plan\njob: 2\ntitle: แผน\n"
        f"documents:\n  - {{type: plan-volume, title: เล่มแผน, date: 2025-09-01, file: '{file}'}}\n",
        encoding="utf-8",
    )

    def ask(expression):
        done = krong.run("eval", expression, "--on", plan, "--format", "json", "--lang", "en")
        value = json.loads(done.stdout)
        return value.get("value"), value.get("outcome"), done.stderr

    return ask


def test_pdf(krong, folder):
    if not shutil.which("pdftotext"):
        print("skipped: poppler-utils is not installed")
        return
    paper(folder / "plan.pdf")
    ask = facts(krong, folder, "plan.pdf")
    assert ask("documents[0].attachment.pages == 5")[0] == "true"
    for heading in ("หลักการและเหตุผล", "วัตถุประสงค์", "2. ตัวชี้วัด และค่าเป้าหมาย", "นํ้าดื่มสะอาด"):
        assert ask(f'has_heading(documents[0].attachment.headings, "{heading}")')[0] == "true", heading
    assert ask('has_heading(documents[0].attachment.headings, "งบประมาณ")')[0] == "false"


def test_unreadable_pdf(krong, folder):
    if not shutil.which("pdftotext"):
        print("skipped: poppler-utils is not installed")
        return
    paper(folder / "locked.pdf", pdfencrypt.StandardEncryption("secret", ownerPassword="owner"))
    assert facts(krong, folder, "locked.pdf")("documents[0].attachment.encrypted")[0] == "true"
    paper(folder / "plan.pdf")
    whole = (folder / "plan.pdf").read_bytes()
    (folder / "cut.pdf").write_bytes(whole[:700])
    assert facts(krong, folder, "cut.pdf")("documents[0].attachment.damaged")[0] == "true"
    Image.new("RGB", (200, 280), "white").save(folder / "scan.pdf")
    assert facts(krong, folder, "scan.pdf")("documents[0].attachment.scanned")[0] == "true"


def test_bomb(krong, folder):
    """A stream that becomes 2 GB: stopped by a limit or read in little memory, and nothing hangs."""
    if not shutil.which("pdftotext"):
        print("skipped: poppler-utils is not installed")
        return
    packer = zlib.compressobj(9)
    line = b"BT /F1 12 Tf 72 700 Td (x) Tj ET\n" * 30_000
    data = b"".join(packer.compress(line) for _ in range(2000)) + packer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data),
    ]
    text, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(text)
    text += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    text += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    (folder / "bomb.pdf").write_bytes(text)
    begin = time.monotonic()
    _, outcome, errors = facts(krong, folder, "bomb.pdf")('has_heading(documents[0].attachment.headings, "x")')
    assert time.monotonic() - begin < 60
    assert "ATT-00" in errors, (outcome, errors)
