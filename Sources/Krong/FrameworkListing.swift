import Alignment
import Catalogues
import Diagnostics
import Reporting
import RuleModel

/// Lists the items of plans, and explains one of them.
struct FrameworkListing {
  private let workspace: Workspace
  private let language: Language

  init(_ workspace: Workspace, language: Language) {
    self.workspace = workspace
    self.language = language
  }

  private func pick(_ th: String, _ en: String) -> String { language == .th ? th : en }

  // MARK: Lists

  /// The items of a plan, a framework or a catalogue, parts of items further in; without a name the
  /// frameworks.
  func write(_ name: String?, _ canvas: inout TextCanvas) throws(DiagnosticError) {
    let graph = try workspace.alignmentGraph()
    guard let wanted = name else {
      for framework in graph.frameworks {
        canvas.paragraph("\(framework.id)  \(framework.title[language])", hanging: 4)
      }
      return
    }
    let found = graph.frameworks(of: wanted)
    for index in found { write(index, graph, &canvas) }
    guard found.isEmpty else { return }
    guard let catalogue = workspace.catalogues[wanted] else { throw unknown(wanted, graph) }
    for item in catalogue.items {
      canvas.paragraph("\(item.id)  \(item.name[language])", hanging: 4)
    }
  }

  private func write(_ index: Int, _ graph: AlignmentGraph, _ canvas: inout TextCanvas) {
    let framework = graph.frameworks[index]
    if !canvas.text.isEmpty { canvas.blank() }
    canvas.heading("\(framework.id)  \(framework.title[language])")
    if let note = framework.note { canvas.paragraph(note[language], .faint, indent: 2) }
    for node in graph.nodes(ofFramework: index) {
      let item = graph.item(node)
      let indent = graph.ancestors(of: node).count * 2
      let mark = graph.isVerified(node) ? "" : " (\(confidence(item.confidence)))"
      canvas.paragraph(
        "\(item.code)  \(item.name[language])\(mark)",
        indent: min(indent, 8),
        hanging: 4
      )
    }
  }

  private func unknown(_ name: String, _ graph: AlignmentGraph) -> DiagnosticError {
    let known = graph.frameworks.flatMap { [$0.id] + ($0.plan.map { [$0] } ?? []) }
    let all = Set(known + workspace.catalogues.ids).sorted()
    let list = all.joined(separator: ", ")
    return DiagnosticError([
      Diagnostic(
        .nothingOfThatName,
        .error,
        LocalizedText(
          th: "ไม่มีแผนหรือทะเบียน “\(name)” (มี \(list))",
          en: "there is no plan or catalogue “\(name)” (there are \(list))"
        ),
        at: Diagnostic.Place(file: "list items", position: nil),
        help: .didYouMean(nearestTo: name, among: all)
      )
    ])
  }

  // MARK: One item

  /// What is known of an item; nil when no framework has the code.
  func explanation(of code: String, in graph: AlignmentGraph) -> String? {
    guard let node = graph.node(ofCode: code) else { return nil }
    let item = graph.item(node)
    let framework = graph.framework(of: node)
    var canvas = TextCanvas(columns: 80, hasColor: false)
    canvas.paragraph("\(item.code)  \(item.name[language])", hanging: 2)
    canvas.blank()
    line(pick("ชนิด", "kind"), kind(item, framework), &canvas)
    line(pick("แผน", "plan"), plan(framework), &canvas)
    if let issuer = framework.issuer { line(pick("หน่วยงาน", "issuer"), issuer[language], &canvas) }
    if let years = framework.years { line(pick("ปีที่ใช้", "in force"), text(of: years), &canvas) }
    let others = item.aliases + item.otherCodes
    if !others.isEmpty {
      line(pick("ชื่อและรหัสอื่น", "also"), others.joined(separator: ", "), &canvas)
    }
    let chain = graph.ancestors(of: node)
    if !chain.isEmpty {
      line(
        pick("เป็นส่วนของ", "part of"),
        chain.map { label($0, graph) }.joined(separator: " → "),
        &canvas
      )
    }
    writeLinks(node, graph, &canvas)
    line(pick("ความน่าเชื่อถือ", "confidence"), confidence(item.confidence), &canvas)
    writeSources(item.sources, graph, &canvas)
    for note in [item.note, framework.note?[language]].compactMap({ $0 }) {
      line(pick("หมายเหตุ", "note"), note, &canvas)
    }
    return canvas.text
  }

  private func line(_ label: String, _ text: String, _ canvas: inout TextCanvas) {
    canvas.paragraph("\(label): \(text)", hanging: 2)
  }

  private func label(_ node: PlanNode, _ graph: AlignmentGraph) -> String {
    "\(graph.item(node).code) \(graph.item(node).name[language])"
  }

  private func kind(_ item: FrameworkItem, _ framework: Framework) -> String {
    let name = framework.kinds[item.kind].name[language]
    guard let number = item.number else { return name }
    return language == .th ? "\(name)ที่ \(number)" : "\(name) \(number)"
  }

  private func plan(_ framework: Framework) -> String {
    let editions = framework.editions.joined(separator: ", ")
    let name = framework.title[language]
    let id = framework.plan ?? framework.id
    return "\(name) · \(id)" + (editions.isEmpty ? "" : " · \(editions)")
  }

  private func text(of years: Framework.Years) -> String {
    let from = years.from.map(String.init) ?? ""
    let until = years.until.map(String.init) ?? ""
    let range = pick("พ.ศ. \(from)-\(until)", "B.E. \(from)-\(until)")
    guard years.confidence != .verified else { return range }
    return range + " (\(confidence(years.confidence)))"
  }

  private func confidence(_ confidence: Confidence) -> String {
    switch confidence {
    case .verified: pick("ตรวจกับแหล่งข้อมูลแล้ว", "verified")
    case .inferred: pick("อนุมานจากแหล่งข้อมูล", "inferred")
    case .unverified: pick("ยังไม่ได้ยืนยัน", "not verified")
    }
  }

  private func writeLinks(
    _ node: PlanNode,
    _ graph: AlignmentGraph,
    _ canvas: inout TextCanvas
  ) {
    for edge in graph.edges(from: node) {
      guard let row = edge.link else { continue }
      let text = "\(label(edge.target, graph)) (\(words(graph.links[row])))"
      line(pick("สนับสนุน", "serves"), text, &canvas)
    }
    for (source, row) in graph.links(to: node) {
      let text = "\(label(source, graph)) (\(words(graph.links[row])))"
      line(pick("ได้รับการสนับสนุนจาก", "served by"), text, &canvas)
    }
  }

  private func words(_ link: CrosswalkLink) -> String {
    let relation =
      switch link.relation {
      case .aligned: pick("จัดทำให้สอดคล้องกัน", "drafted along it")
      case .sameWording: pick("ชื่อตรงกัน", "the names agree")
      case .main: pick("ยุทธศาสตร์หลัก", "the main one")
      case .sameSubject: pick("เรื่องเดียวกัน", "the same subject")
      case .usedTogether: pick("อ้างคู่กันในแบบที่ใช้จริง", "cited together in a form in use")
      }
    return "\(relation), \(confidence(link.confidence))"
  }

  private func writeSources(
    _ cited: [String],
    _ graph: AlignmentGraph,
    _ canvas: inout TextCanvas
  ) {
    for text in cited {
      let id = text.split(separator: " ").first.map(String.init) ?? text
      guard let source = graph.sources.first(where: { $0.id == id }) else { continue }
      let address = source.address.map { "  \($0)" } ?? ""
      line(pick("แหล่งข้อมูล", "source"), "\(text)  \(source.title)\(address)", &canvas)
    }
  }
}
