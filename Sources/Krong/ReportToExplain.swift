import Diagnostics
import DocumentArena
import DocumentReading
import PlanValues
import Reporting
import RuleCompiler
import SourceText
import Submissions

/// A JSON report that was saved, read as far as explanations need it.
struct ReportToExplain {
  /// A finding of the report.
  struct Found {
    let rule: String
    let fingerprint: String
    let file: String
    let id: String
    let message: LocalizedText
    /// Where it stands in the submission, as a path.
    let place: String

    /// Whether a submission is the one that it was found in.
    func isOn(_ submission: Submission) -> Bool {
      submission.document.source.name.utf8.elementsEqual(file.utf8)
        && (submission.id ?? "").utf8.elementsEqual(id.utf8)
    }
  }

  let path: String
  private let document: Document

  init(_ path: String) throws(DiagnosticError) {
    self.path = path
    let file = try FileReader.read(path)
    let read = try DocumentReader.read(file, keys: KeyTable())
    guard let document = read.first, let format = document.child(of: document.root, "krong"),
      document.text(of: format).utf8.elementsEqual("report/1".utf8)
    else {
      throw FindingExplanation.stop(
        .notAReport,
        path,
        LocalizedText(
          th: "แฟ้มนี้ไม่ใช่รายงาน JSON ของ krong (report/1)",
          en: "this is no JSON report of krong (report/1)"
        )
      )
    }
    self.document = document
  }

  // MARK: Findings

  /// The findings in the order of the report, those on the form of each submission first.
  var findings: [Found] {
    var all: [Found] = []
    for submission in children(document.root, "submissions") {
      let file = text(submission, "file")
      let id = text(submission, "id")
      var nodes = children(submission, "structure")
      for rule in children(submission, "rules") { nodes += children(rule, "findings") }
      all += nodes.map { found($0, file, id) }
    }
    return all
  }

  private func found(_ node: NodeID, _ file: String, _ id: String) -> Found {
    let message = document.child(of: node, "message")
    let place = document.child(of: node, "place")
    return Found(
      rule: text(node, "rule"),
      fingerprint: text(node, "fingerprint"),
      file: file,
      id: id,
      message: LocalizedText(
        th: message.map { text($0, "th") } ?? "",
        en: message.map { text($0, "en") } ?? ""
      ),
      place: place.map { text($0, "path") } ?? ""
    )
  }

  /// The finding of a number from 1, or of the beginning of a fingerprint.
  func finding(_ name: String) throws(DiagnosticError) -> Found {
    let all = findings
    if name.utf8.count < 6, let number = Int(name), number > 0, number <= all.count {
      return all[number - 1]
    }
    let prefix = name.lowercased()
    let found = all.filter { prefix.utf8.count >= 4 && $0.fingerprint.hasPrefix(prefix) }
    if let first = found.first, found.count == 1 { return first }
    let isAmbiguous = found.count > 1
    throw FindingExplanation.stop(
      .nothingOfThatName,
      path,
      isAmbiguous
        ? LocalizedText(
          th: "มีข้อค้นพบ \(found.count) ข้อที่ลายนิ้วมือขึ้นต้นด้วย “\(name)”",
          en: "\(found.count) findings have a fingerprint that begins with “\(name)”"
        )
        : LocalizedText(
          th: "รายงานนี้ไม่มีข้อค้นพบ “\(name)” (มี \(all.count) ข้อ ระบุลำดับที่หรือลายนิ้วมือ)",
          en:
            "the report has no finding “\(name)” (it has \(all.count); give a number or a fingerprint)"
        )
    )
  }

  // MARK: What it was made with

  /// What is needed to judge again.
  var options: CheckOptions {
    let receipt = document.child(of: document.root, "receipt") ?? document.root
    let stage = text(receipt, "stage")
    return CheckOptions(
      asOf: CalendarDate(iso: text(receipt, "as_of")) ?? .min,
      stage: stage.isEmpty ? nil : stage
    )
  }

  /// The digests of a group of the receipt, by name.
  func digests(_ group: String) -> [String: String] {
    guard let receipt = document.child(of: document.root, "receipt") else { return [:] }
    var digests: [String: String] = [:]
    for item in children(receipt, group) { digests[text(item, "name")] = text(item, "sha256") }
    return digests
  }

  /// All submissions that the report was made from, when their files are as they were.
  func submissions(_ workspace: Workspace) throws(DiagnosticError) -> [Submission] {
    let wanted = digests("inputs")
    var reader = InputReader(
      keys: workspace.makeContext().keys,
      office: workspace.officeReader(mapping: nil)
    )
    var submissions: [Submission] = []
    let checked = Set(children(document.root, "submissions").map { text($0, "file") })
    for name in wanted.keys.sorted() {
      let documents = reader.read([name])
      guard reader.problems.isEmpty else { throw DiagnosticError(reader.problems) }
      let source = reader.sources.last
      guard let source, Digests.item(name, source).sha256 == wanted[name] else {
        throw FindingExplanation.stop(
          .reportOutdated,
          name,
          LocalizedText(
            th: "แฟ้มนี้เปลี่ยนไปหลังทำรายงาน \(path) จึงอธิบายข้อค้นพบในรายงานนั้นไม่ได้",
            en:
              "this file has changed since the report \(path), whose findings cannot be explained any more"
          )
        )
      }
      submissions += documents.map {
        SubmissionReader.read(
          $0,
          kinds: workspace.kinds,
          catalogues: workspace.catalogues,
          stageOverride: checked.contains(name) ? options.stage : nil
        )
      }
    }
    return submissions
  }

  // MARK: Nodes

  private func children(_ node: NodeID, _ key: String) -> [NodeID] {
    document.child(of: node, key).map { Array(document.children(of: $0)) } ?? []
  }

  private func text(_ node: NodeID, _ key: String) -> String {
    guard let child = document.child(of: node, key), document.kind(of: child) != .null else {
      return ""
    }
    return document.text(of: child)
  }
}
