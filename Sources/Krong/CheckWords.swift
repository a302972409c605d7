import Catalogues
import Diagnostics
import DocumentArena
import Reporting
import RuleCompiler
import RuleModel
import Submissions

/// Says in words what the items of a rule ask.
///
/// Fields and codes have their labels; an expression that is more than a path stands as it is written.
struct CheckWords {
  let rule: Rule
  let kind: SubmissionKind
  let catalogues: CatalogueSet
  let language: Language

  /// What the variables of elements are.
  var locals: [String: FieldShape] = [:]

  /// The lines, each with its depth.
  var lines: [(depth: Int, text: String)] = []

  init(_ rule: Rule, _ kind: SubmissionKind, _ catalogues: CatalogueSet, _ language: Language) {
    self.rule = rule
    self.kind = kind
    self.catalogues = catalogues
    self.language = language
    var depth = 0
    for selector in rule.selectors {
      let list = joined(selector.sources, "or")
      bind(selector.name, selector.sources)
      say(
        depth,
        "แต่ละรายการของ\(list) (\(selector.name))",
        "for each of \(list) (\(selector.name))"
      )
      depth += 1
    }
    if let condition = rule.whereCondition {
      say(depth, "เฉพาะรายการที่ \(code(condition))", "only where \(code(condition))")
    }
    for item in rule.items { add(item, depth) }
  }

  // MARK: Items

  private mutating func add(_ item: CheckItem, _ depth: Int) {
    var inner = depth
    if let when = item.when {
      say(depth, "เมื่อ \(code(when))", "when \(code(when))")
      inner += 1
    }
    if let pending = item.pending {
      say(inner, "ยังไม่ถึงกำหนดขณะที่ \(code(pending))", "not yet due while \(code(pending))")
    }
    let first = lines.count
    ask(item.kind, inner)
    guard let severity = item.severity, first < lines.count else { return }
    let words = ReportWords(language: language).severity(severity)
    lines[first].text += pick(" (เป็นเพียง\(words))", " (\(words) only)")
  }

  private mutating func add(_ items: [CheckItem], _ depth: Int) {
    for item in items { add(item, depth + 1) }
  }

  private mutating func ask(_ kind: CheckKind, _ depth: Int) {
    switch kind {
    case .present(let fields):
      for field in fields { say(depth, "ต้องระบุ\(name(field))", "\(name(field)) is filled in") }
    case .covers(let covers): ask(covers, depth)
    case .documents(let documents): ask(documents, depth)
    case .alignedTo(let aligned): ask(aligned, depth)
    case .chain(let links):
      say(
        depth,
        "รายการที่\(name(links))ระบุสอดคล้องกันตามตารางเชื่อมโยงแผน",
        "the items that \(name(links)) names agree by the crosswalks between plans"
      )
    case .oneOf, .reference, .within, .equal, .pattern: askValue(kind, depth)
    case .total, .count, .unique: askList(kind, depth)
    case .before(let before): ask(before, depth)
    case .steps(let rows): ask(rows, depth)
    case .reportedEach(let reported): ask(reported, depth)
    case .assert(let condition):
      say(depth, "เป็นจริงว่า \(code(condition))", "it holds that \(code(condition))")
    case .ask(let question, _):
      let text = question.text[language]
      say(depth, "เจ้าหน้าที่พิจารณา: \(text)", "a person judges: \(text)")
    case .each(let each):
      ask(each, depth)
    case .any(let items):
      say(depth, "อย่างน้อยหนึ่งข้อต่อไปนี้", "at least one of these")
      add(items, depth)
    case .all(let items):
      say(depth, "ทุกข้อต่อไปนี้", "all of these")
      add(items, depth)
    case .not(let item):
      say(depth, "ต้องไม่เป็นไปตามข้อต่อไปนี้", "the contrary of this")
      add([item], depth)
    }
  }

  private mutating func ask(_ each: CheckKind.Each, _ depth: Int) {
    let list = joined(each.lists, "or")
    if let name = each.names.last { bind(name, each.lists) }
    let names = each.names.joined(separator: ", ")
    say(depth, "แต่ละรายการของ\(list) (\(names))", "for each of \(list) (\(names))")
    if let condition = each.whereCondition {
      say(depth + 1, "เฉพาะรายการที่ \(code(condition))", "only where \(code(condition))")
    }
    add(each.items, depth)
  }

  // MARK: Kinds of checks

  private mutating func ask(_ covers: CheckKind.Covers, _ depth: Int) {
    let list = joined(covers.lists, "or")
    let entry = covers.lists.compactMap { shape($0)?.element }.first
    let key =
      covers.key.map { key in
        let field = plain([key], of: entry)
        return pick(" (ดูจาก\(field))", " (by \(field))")
      } ?? ""
    if let one = covers.value {
      say(
        depth,
        "\(list)มีรายการของ \(value(one))\(key)",
        "\(list) has an entry for \(value(one))\(key)"
      )
    } else if let all = covers.allOf {
      say(
        depth,
        "\(list)มีรายการของทุกค่าใน \(value(all))\(key)",
        "\(list) has an entry for each of \(value(all))\(key)"
      )
    } else if let any = covers.anyOf {
      say(
        depth,
        "\(list)มีรายการของค่าใดค่าหนึ่งใน \(value(any))\(key)",
        "\(list) has an entry for one of \(value(any))\(key)"
      )
    }
    for match in covers.match {
      let field = plain([match.field], of: entry)
      let codes = entry?.member(match.field.text)?.codes
      let literal = label(rule.document.text(of: match.literal), codes)
      say(depth + 1, "โดย\(field)เป็น “\(literal)”", "whose \(field) is “\(literal)”")
    }
    if let condition = covers.whereCondition {
      say(depth + 1, "โดย \(code(condition))", "for which \(code(condition))")
    }
    if !covers.filled.isEmpty {
      let fields = plain(covers.filled, of: entry)
      say(depth + 1, "โดยระบุ\(fields)", "with \(fields) filled in")
    }
    if !covers.filledAny.isEmpty {
      let fields = plain(covers.filledAny, of: entry)
      say(depth + 1, "โดยระบุอย่างน้อยหนึ่งช่อง: \(fields)", "with one of \(fields) filled in")
    }
  }

  private mutating func ask(_ documents: CheckKind.Documents, _ depth: Int) {
    if let types = documents.types {
      let names = value(types, of: "document-types")
      say(depth, "แนบเอกสารครบ: \(names)", "these documents are attached: \(names)")
    } else if let any = documents.anyOf {
      let names = value(any, of: "document-types")
      say(depth, "แนบเอกสารอย่างน้อยหนึ่งรายการ: \(names)", "one of these is attached: \(names)")
    }
    if let fields = documents.filled, !fields.isEmpty {
      let names = plain(fields, of: kind.root.field("documents").flatMap { shape($0).element })
      say(depth + 1, "โดยระบุ\(names)", "with \(names) filled in")
    }
    if let step = documents.afterStep {
      let name = self.step(step)
      say(depth + 1, "ลงวันที่ไม่ก่อน“\(name)”", "dated not before “\(name)”")
    }
    if let step = documents.beforeStep {
      let name = self.step(step)
      say(depth + 1, "ลงวันที่ไม่หลัง“\(name)”", "dated not after “\(name)”")
    }
  }

  private mutating func ask(_ aligned: CheckKind.AlignedTo, _ depth: Int) {
    let list = aligned.list.map { name($0) } ?? pick("ความสอดคล้อง", "the alignments")
    if let all = aligned.allOf {
      let plans = value(all, of: "plans")
      say(depth, "\(list)ระบุแผนครบ: \(plans)", "\(list) names each of these plans: \(plans)")
    } else if let any = aligned.anyOf {
      let plans = value(any, of: "plans")
      say(depth, "\(list)ระบุแผนอย่างน้อยหนึ่งแผนใน \(plans)", "\(list) names one of \(plans)")
    } else if let levels = aligned.levels {
      let numbers = levels.map(String.init).joined(separator: ", ")
      say(depth, "\(list)ระบุแผนระดับ \(numbers)", "\(list) names a plan of level \(numbers)")
    }
    if let fields = aligned.filled, !fields.isEmpty {
      let links =
        aligned.list.flatMap { shape($0) } ?? kind.root.field("alignments").map { shape($0) }
      let names = plain(fields, of: links?.element)
      say(depth + 1, "โดยระบุ\(names)", "with \(names) filled in")
    }
  }

  private mutating func askValue(_ kind: CheckKind, _ depth: Int) {
    switch kind {
    case .oneOf(let oneOf):
      let found = value(oneOf.value)
      let codes = Self.expression(oneOf.value).flatMap { shape($0)?.codes }
      let set =
        oneOf.options.map { value($0, of: oneOf.catalogue, codes) }
        ?? pick("บัญชี \(oneOf.catalogue ?? "")", "the catalogue \(oneOf.catalogue ?? "")")
      say(depth, "\(found)เป็นค่าหนึ่งใน \(set)", "\(found) is one of \(set)")
      if let years = oneOf.inForce {
        say(depth + 1, "ซึ่งใช้บังคับในปี \(value(years))", "in force in \(value(years))")
      }
    case .reference(let reference):
      let found = value(reference.value)
      let list = name(reference.list)
      let target = reference.target.map { pick("ของเรื่อง \(name($0))", " of \(name($0))") } ?? ""
      say(depth, "\(found)มีอยู่ใน\(list)\(target)", "\(found) is among \(list)\(target)")
    case .within(let within): ask(within, depth)
    case .equal(let a, let b):
      say(depth, "\(value(a))เท่ากับ\(value(b))", "\(value(a)) equals \(value(b))")
    case .pattern(let found, let matches, let notMatches):
      if let pattern = matches?.text {
        say(depth, "\(value(found))มีรูปแบบ \(pattern)", "\(value(found)) has the form \(pattern)")
      }
      if let pattern = notMatches?.text {
        say(
          depth,
          "\(value(found))ไม่มีรูปแบบ \(pattern)",
          "\(value(found)) does not have the form \(pattern)"
        )
      }
    default: break
    }
  }

  private mutating func ask(_ within: CheckKind.Within, _ depth: Int) {
    let found = value(within.value)
    if let least = within.min {
      say(depth, "\(found)ไม่น้อยกว่า\(value(least))", "\(found) is at least \(value(least))")
    }
    if let bound = within.above {
      say(depth, "\(found)มากกว่า\(value(bound))", "\(found) is more than \(value(bound))")
    }
    if let most = within.max {
      say(depth, "\(found)ไม่เกิน\(value(most))", "\(found) is at most \(value(most))")
    }
    if let bound = within.below {
      say(depth, "\(found)น้อยกว่า\(value(bound))", "\(found) is less than \(value(bound))")
    }
  }

  private mutating func askList(_ kind: CheckKind, _ depth: Int) {
    switch kind {
    case .total(let total, let parts):
      let sum = joined(parts, "and")
      say(depth, "\(name(total))เท่ากับผลรวมของ\(sum)", "\(name(total)) equals the sum of \(sum)")
    case .count(let list, let isDistinct, let least, let most):
      let what = name(list) + (isDistinct ? pick(" (ไม่นับซ้ำ)", " (each once)") : "")
      if let least {
        say(
          depth,
          "\(what)มีอย่างน้อย \(value(least)) รายการ",
          "\(what): at least \(value(least))"
        )
      }
      if let most {
        say(depth, "\(what)มีไม่เกิน \(value(most)) รายการ", "\(what): at most \(value(most))")
      }
    case .unique(let list, let fields, let unless):
      say(
        depth,
        "ไม่มีรายการใดของ\(name(list))มี\(plain(fields, of: shape(list)?.element))ซ้ำกัน",
        "no two of \(name(list)) have the same \(plain(fields, of: shape(list)?.element))"
      )
      if let unless { say(depth + 1, "เว้นแต่ \(code(unless))", "unless \(code(unless))") }
    default: break
    }
  }
}
