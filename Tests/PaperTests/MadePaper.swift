import Diagnostics
import Papers
import PlanValues

/// Papers made by hand, with every block.
enum MadePaper {
  /// Text that tries to be markup of every format, and control characters.
  static let hostile =
    "<script>alert(1)</script> \"'&<b>**x** [a](javascript:b) | `c` \u{1B}[31m\u{202E}\n=1+1"

  static func everything(_ text: String = "แผน", language: Language = .th) -> Paper {
    let mark = PaperMark(
      facet: "severity",
      facetName: "ระดับความสำคัญ",
      value: "error",
      valueName: "ต้องแก้ไข"
    )
    let table = PaperTable(
      caption: text,
      columns: [PaperColumn(1, .right), PaperColumn(4), PaperColumn(2, .center)],
      heads: ["ที่", text, "ผล"],
      rows: [
        PaperRow([PaperCell(text, isBold: true, tone: .head).spanning(3).asRowHead]),
        PaperRow(
          [PaperCell("1"), PaperCell(text).asRowHead, PaperCell("ครบ", tone: .good)],
          marks: [mark]
        ),
        PaperRow([PaperCell("2"), PaperCell(text, isCode: true), PaperCell([], tone: .bad)]),
      ]
    )
    let signature = PaperSignature(
      role: text,
      verb: "ลงชื่อ",
      position: "ตำแหน่ง",
      date: "วันที่"
    )
    let blocks: [Paper.Block] = [
      .heading(text, 1),
      .paragraph(
        PaperParagraph([
          PaperRun(text, isBold: true), PaperRun(" "), PaperRun(text, isCode: true), .blank(5),
        ])
      ),
      .fields(PaperFields([.init(text, text), .init("วันที่", [.blank(8)])])),
      .heading(text, 2), .table(table),
      .list(PaperList(.points, [PaperParagraph(text)])),
      .list(PaperList(.numbers, [PaperParagraph(text), PaperParagraph("สอง")])),
      .list(PaperList(.choices, [PaperParagraph(text)])),
      .note(PaperNote(.caution, text)),
      .lines(PaperLines(label: text, author: "เจ้าหน้าที่", count: 2)),
      .chart(bars(text)), .chart(matrix(text)), .chart(stacks(text)),
      .signature(signature), .pageBreak,
    ]
    let data = PaperData(
      columns: [.init(text), .init("จำนวนเงิน")],
      rows: [
        [.text(text), .money(Money(satang: -125_050))],
        [.whole(-3), .empty],
      ]
    )
    return Paper(
      title: text,
      sections: [Paper.Section(name: text, blocks: blocks, data: data)],
      language: language
    )
  }

  private static let figures = PaperTable(
    columns: [PaperColumn(1), PaperColumn(1)],
    heads: ["ก", "ข"],
    rows: [PaperRow([PaperCell("1"), PaperCell("2")])]
  )

  private static func bars(_ text: String) -> PaperChart {
    PaperChart(
      title: text,
      summary: text,
      shape: .bars([
        .init(label: text, value: 5000, most: 10_000, text: "50.00", tone: .caution),
        .init(label: "ว่าง", value: nil, most: 10_000, text: "–", tone: .muted),
        .init(label: "เกิน", value: .max, most: 10_000, text: text, tone: .good),
      ]),
      table: figures
    )
  }

  private static func matrix(_ text: String) -> PaperChart {
    PaperChart(
      title: text,
      summary: "",
      shape: .matrix(
        .init(
          columns: ["ก", text],
          rows: [
            (text, [.init(sign: "●", tone: .good), .init(sign: "x", tone: .bad)]),
            ("สั้น", []),
          ]
        )
      ),
      table: figures
    )
  }

  private static func stacks(_ text: String) -> PaperChart {
    PaperChart(
      title: text,
      summary: text,
      shape: .stacks(
        .init(
          keys: [text, "ข"],
          stacks: [
            .init(label: text, parts: [10, 30], text: "40"),
            .init(label: "ศูนย์", parts: [0, 0], text: text),
            .init(label: "มาก", parts: [.max, .max], text: "มาก"),
          ]
        )
      ),
      table: figures
    )
  }
}
