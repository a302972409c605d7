import Diagnostics
import DocumentArena
import Findings
import Foundation
import Reporting
import RuleModel
import SourceText
import Testing

@Suite("Text reports keep to the terminal")
struct TextPropertiesTests {
  private static let widths = [60, 72, 80, 120]

  @Test("no line is wider than asked for", arguments: SnapshotTests.Case.allCases, widths)
  func width(of example: SnapshotTests.Case, columns: Int) throws {
    let report = try example.report()
    for language in Language.allCases {
      for detail in [ReportOptions.Detail.brief, .normal, .full] {
        let options = ReportOptions(
          language: language,
          detail: detail,
          columns: columns
        )
        for line in report.formatted(as: .text, options: options).split(separator: "\n") {
          #expect(DisplayWidth.columns(of: String(line)) <= columns, "\(line)")
        }
      }
    }
  }

  @Test("nothing that a terminal obeys gets through", arguments: SnapshotTests.Case.allCases)
  func noControls(in example: SnapshotTests.Case) throws {
    let report = try example.report()
    let full = ReportOptions(detail: .full)
    for text in [report.formatted(as: .text, options: full), report.formatted(as: .json)] {
      let unsafe = text.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0.value == 0x202E)
      }
      #expect(unsafe.isEmpty)
    }
  }

  @Test("colour adds escape sequences and nothing else", arguments: SnapshotTests.Case.allCases)
  func colourOnlyAddsSequences(in example: SnapshotTests.Case) throws {
    let report = try example.report()
    let plain = report.formatted(as: .text)
    let coloured = report.formatted(as: .text, options: ReportOptions(hasColor: true))
    let stripped = coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(coloured.utf8.count > plain.utf8.count)
    #expect(stripped.utf8.elementsEqual(plain.utf8))
  }

  @Test("no line begins with a mark or a vowel that belongs to the line before")
  func clustersStayWhole() throws {
    let report = try SnapshotTests.Case.longThai.report()
    for columns in 60...110 {
      let options = ReportOptions(columns: columns)
      for line in report.formatted(as: .text, options: options).split(separator: "\n") {
        let first = line.unicodeScalars.first { $0 != " " }
        guard let first, let last = line.unicodeScalars.last else { continue }
        #expect(DisplayWidth.columns(of: first) > 0)
        #expect(![0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46].contains(first.value), "\(line)")
        #expect(!(0x0E40...0x0E44).contains(last.value) && last.value != 0x0E31, "\(line)")
      }
    }
  }

  @Test(
    "carets stand under the word in Thai too",
    // The line, what is meant in it, and its first and last column on a terminal.
    arguments: [
      ("name: น้ำดื่ม สะอาด", "สะอาด", 12, 16), ("ชื่อแผน: \"ยุทธศาสตร์ที่ 1 : ผิด\"", "ผิด", 23, 24),
      ("กำหนด: ที่นี่", "ที่นี่", 8, 9), ("ab: cd", "cd", 5, 6),
    ]
  )
  func caretColumns(line: String, word: String, first: Int, last: Int) throws {
    let scalars = Array(line.unicodeScalars)
    let target = Array(word.unicodeScalars)
    let index = try #require(
      scalars.indices.first { scalars[$0...].starts(with: target) }
    )
    let finding = Made.finding(
      "A-CMP-001",
      message: .init(th: "ผิด", en: "wrong"),
      path: DocumentPath([.key("a"), .key("b")]),
      position: SourcePosition(line: 1, column: UInt32(index + 1)),
      length: UInt32(target.count)
    )
    let report = try MadeReport.report([
      Made.result(
        [
          RuleResult(
            rule: Made.rule("A-CMP-001"),
            outcome: .fail,
            parts: Made.parts(fail: 1),
            findings: [finding]
          )
        ],
        header: Made.header(document: try MadeReport.plan(line))
      )
    ])
    let lines = report.formatted(as: .text).split(separator: "\n").map(String.init)
    let at = try #require(lines.firstIndex { $0.hasSuffix("^") })
    let gutter = "    1 | "
    #expect(lines[at - 1].hasPrefix(gutter + line))
    let carets = lines[at].dropFirst(gutter.count)
    #expect(carets.prefix { $0 == " " }.count + 1 == first)
    #expect(carets.count == last)
  }

  @Test("JSON can be read and has the numbers of the text", arguments: SnapshotTests.Case.allCases)
  func jsonIsValid(for example: SnapshotTests.Case) throws {
    let report = try example.report()
    let data = Data(report.formatted(as: .json).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["krong"] as? String == "report/1")
    let submissions = try #require(root["submissions"] as? [[String: Any]])
    #expect(submissions.count == report.submissions.count)
    for (object, submission) in zip(submissions, report.submissions) {
      #expect(object["file"] as? String == submission.result.header.file)
      #expect(object["title"] as? String == submission.result.header.title)
      #expect((object["rules"] as? [Any])?.count == submission.result.rules.count)
    }
  }

  @Test("the same report gives the same bytes")
  func deterministic() throws {
    for format in ReportFormat.allCases {
      let first = try MadeReport.normal().formatted(as: format)
      let second = try MadeReport.normal().formatted(as: format)
      #expect(first.utf8.elementsEqual(second.utf8))
    }
  }

  @Test("dates that are folded into one sentence keep their days and years")
  func foldedDates() throws {
    func finding(_ thai: String, _ english: String, _ index: Int) -> Finding {
      Made.finding(
        "J02-PRC-001",
        message: LocalizedText(
          th: "รายงานเมื่อวันที่ \(thai) ช้ากว่ากำหนด",
          en: "The report of \(english) is late"
        ),
        path: DocumentPath([.key("reports"), .index(index)])
      )
    }
    let findings = [
      finding("15 มีนาคม 2569", "15 March 2026", 0), finding("15 พฤษภาคม 2569", "15 May 2026", 1),
    ]
    let rule = Made.rule("J02-PRC-001")
    let result = Made.result([RuleResult(rule: rule, outcome: .fail, findings: findings)])
    let report = try MadeReport.report([result])
    let text = report.formatted(as: .text, options: ReportOptions(columns: 120))
    #expect(text.contains("รายงานเมื่อวันที่ 15 มีนาคม 2569 และ 15 พฤษภาคม 2569 ช้ากว่ากำหนด"))
  }
}
