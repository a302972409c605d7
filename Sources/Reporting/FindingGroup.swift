import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleModel
import SourceText
import ThaiText

/// The findings of one rule and one severity, as the text shows them: together, with one remedy.
struct FindingGroup {
  /// One line of the group: a finding, or several of one element that differ in a word only.
  struct Entry {
    let message: LocalizedText
    let findings: [Finding]

    /// The places, each once; one that stands for several parts has the name of their element.
    var places: [(place: FindingPlace, label: LocalizedText)] {
      // At most as many as are folded into one sentence.
      var found: [(place: FindingPlace, labels: [LocalizedText])] = []
      for place in findings.map(\.place) {
        if let known = found.firstIndex(where: { $0.place.position == place.position }) {
          found[known].labels.append(place.label)
        } else {
          found.append((place, [place.label]))
        }
      }
      return found.map { ($0.place, FindingGroup.shared($0.labels)) }
    }
  }

  let id: String
  let rule: RuleFacts?
  let severity: Severity
  let entries: [Entry]

  /// The first place in the file; what has none comes last.
  private let start: SourcePosition

  private init(id: String, rule: RuleFacts?, severity: Severity, findings: [Finding]) {
    self.id = id
    self.rule = rule
    self.severity = severity
    entries = Self.fold(findings)
    let end = SourcePosition(line: .max, column: .max)
    start = findings.compactMap(\.place.position).min() ?? end
  }

  var findings: [Finding] { entries.flatMap(\.findings) }

  /// The clauses of the findings, each once; those of the rule when they name none.
  var clauses: [String] {
    let named = Self.distinct(findings.flatMap(\.clauses))
    return named.isEmpty ? rule?.clauses ?? [] : named
  }

  /// The remedies, each once; most rules have one.
  var remedies: [LocalizedText] {
    var seen: Set<String> = []
    return findings.map(\.remedy).filter {
      !$0.th.isEmpty && seen.insert("\($0.th)\n\($0.en)").inserted
    }
  }

  private static func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}

// MARK: - Grouping

extension FindingGroup {
  /// Groups of structure findings, gravest first.
  static func ofStructure(_ findings: [Finding]) -> [FindingGroup] {
    let pairs = findings.map { (rule: nil as RuleFacts?, finding: $0) }
    return groups(pairs)
  }

  /// Groups of the findings of rules that came to an outcome, gravest first, then by place.
  static func ofRules(_ results: [RuleResult], _ outcome: Outcome) -> [FindingGroup] {
    var pairs: [(rule: RuleFacts?, finding: Finding)] = []
    // By their numbers: a result is large, and most have no finding.
    for index in results.indices where !results[index].findings.isEmpty {
      for finding in results[index].findings where finding.outcome == outcome {
        pairs.append((results[index].rule, finding))
      }
    }
    return groups(pairs)
  }

  private static func groups(
    _ pairs: [(rule: RuleFacts?, finding: Finding)]
  ) -> [FindingGroup] {
    var order: [(rule: String, severity: Severity)] = []
    var places: [String: Int] = [:]
    var members: [[Finding]] = []
    var rules: [String: RuleFacts] = [:]
    for (rule, finding) in pairs {
      let key = "\(finding.severity.rawValue) \(finding.rule)"
      let place = places[key] ?? order.count
      if place == order.count {
        places[key] = place
        order.append((finding.rule, finding.severity))
        members.append([])
      }
      members[place].append(finding)
      rules[finding.rule] = rule
    }
    let groups = zip(order, members).map { key, findings in
      FindingGroup(
        id: key.rule,
        rule: rules[key.rule],
        severity: key.severity,
        findings: findings
      )
    }
    return groups.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      if a.start != b.start { return a.start < b.start }
      return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
  }
}

// MARK: - Folding

extension FindingGroup {
  /// A sentence that names more than so many parts is read by nobody.
  private static let mostFolded = 40

  /// Findings of one element whose sentences differ in the name of the part only become one.
  private static func fold(_ findings: [Finding]) -> [Entry] {
    var runs: [[Finding]] = []
    for finding in findings {
      if let last = runs.last?.first, isSameElement(last, finding) {
        runs[runs.count - 1].append(finding)
      } else {
        runs.append([finding])
      }
    }
    return runs.flatMap { run -> [Entry] in
      if run.count > 1, run.count <= mostFolded, let message = folded(run) {
        return [Entry(message: message, findings: run)]
      }
      return run.map { Entry(message: $0.message, findings: [$0]) }
    }
  }

  private static func isSameElement(_ a: Finding, _ b: Finding) -> Bool {
    a.place.file == b.place.file && a.missing.isEmpty && b.missing.isEmpty
      && a.related.isEmpty && b.related.isEmpty && a.waiver == nil && b.waiver == nil
      && a.place.path.steps.dropLast() == b.place.path.steps.dropLast()
  }

  private static func folded(_ run: [Finding]) -> LocalizedText? {
    guard
      let thai = folded(run.map(\.message.th), labels: run.map(\.place.label.th), .th),
      let english = folded(run.map(\.message.en), labels: run.map(\.place.label.en), .en)
    else { return nil }
    return LocalizedText(th: thai, en: english)
  }

  /// One sentence for several, or nil when they differ in more than one whole phrase.
  private static func folded(
    _ messages: [String],
    labels: [String],
    _ language: ThaiTextJoin.Language
  ) -> String? {
    let texts = messages.map { Array($0.unicodeScalars) }
    guard var frame = frame(of: texts, labels: labels.map { Array($0.unicodeScalars) })
    else { return nil }
    // What stands in quotation marks keeps its own.
    if let first = texts.first, isQuoted(first, frame) {
      frame = (frame.prefix - 1, frame.suffix - 1)
    }
    let parts = texts.map { text(of: $0[frame.prefix..<($0.count - frame.suffix)]) }
    guard Set(parts).count == parts.count, parts.allSatisfy({ !$0.isEmpty && isBalanced($0) })
    else { return nil }
    guard let first = texts.first else { return nil }
    let joined = ThaiTextJoin.list(parts, language: language, limit: parts.count)
    let rest = text(of: first[(first.count - frame.suffix)...])
    return text(of: first[..<frame.prefix]) + joined
      + (language == .en && parts.count > 1 ? plural(rest) : rest)
  }

  private static func isQuoted(_ text: Scalars, _ frame: (prefix: Int, suffix: Int)) -> Bool {
    guard frame.prefix > 0, frame.suffix > 0 else { return false }
    let marks = (text[frame.prefix - 1], text[text.count - frame.suffix])
    return marks == ("“", "”") || marks == ("\"", "\"")
  }

  /// What is said of one part, said of several.
  private static func plural(_ rest: String) -> String {
    let verbs = [(" is ", " are "), (" was ", " were "), (" has ", " have "), (" does ", " do ")]
    for (one, several) in verbs where rest.hasPrefix(one) {
      return several + rest.dropFirst(one.count)
    }
    return rest
  }

  private typealias Scalars = [Unicode.Scalar]

  /// How many scalars all sentences share before and after the phrase in which they differ.
  ///
  /// Thai has no spaces between words, so shared letters may be parts of different words. The labels
  /// of the places tell the phrases: what is left of them after the name of the element. Without
  /// such labels only spaces count as the ends of a phrase.
  private static func frame(of texts: [Scalars], labels: [Scalars]) -> (prefix: Int, suffix: Int)? {
    let before = sharedCount(texts)
    let after = sharedCount(texts.map { $0.reversed() })
    let shortest = texts.map(\.count).min() ?? 0
    let name = labels.first.map { spaceEnd($0, sharedCount(labels)) } ?? 0
    let fields = labels.map { Array($0.dropFirst(name)) }
    if fields.allSatisfy({ !$0.isEmpty }) {
      for prefix in stride(from: before, through: 0, by: -1)
      where zip(texts, fields).allSatisfy({ $0.dropFirst(prefix).starts(with: $1) }) {
        let tails = zip(texts, fields).map { $0.dropFirst(prefix + $1.count) }
        guard let tail = tails.first, tails.allSatisfy({ $0.elementsEqual(tail) }) else { continue }
        return (prefix, tail.count)
      }
    }
    guard let first = texts.first else { return nil }
    var prefix = spaceEnd(first, before)
    var suffix = spaceEnd(first.reversed(), after)
    // A day belongs to its month, and the month to its year.
    if texts.allSatisfy({ beginsWithMonth($0.dropFirst(prefix)) }) {
      prefix = spaceEnd(first, max(prefix - 1, 0))
      suffix = spaceEnd(first.reversed(), max(suffix - 1, 0))
    }
    guard prefix + suffix > 0, prefix + suffix < shortest,
      texts.allSatisfy({ isPhrase($0[prefix..<($0.count - suffix)], before: $0.suffix(suffix)) })
    else { return nil }
    return (prefix, suffix)
  }

  /// What several labels have in common, up to the end of a word.
  private static func shared(_ labels: [LocalizedText]) -> LocalizedText {
    guard let first = labels.first, labels.contains(where: { $0 != first }) else {
      return labels.first ?? LocalizedText(verbatim: "")
    }
    func shared(_ labels: [Scalars]) -> String {
      guard let first = labels.first else { return "" }
      return text(of: first[..<max(spaceEnd(first, sharedCount(labels)) - 1, 0)])
    }
    let thai = shared(labels.map { Array($0.th.unicodeScalars) })
    let english = shared(labels.map { Array($0.en.unicodeScalars) })
    // Fields of the submission itself have nothing in common: their names are few.
    let all = { (language: Language) in
      let names = labels.map { $0[language] }
      return ThaiTextJoin.list(names, language: language == .th ? .th : .en, limit: 3)
    }
    return LocalizedText(
      th: thai.isEmpty ? all(.th) : thai,
      en: english.isEmpty ? all(.en) : english
    )
  }

  private static func sharedCount(_ texts: [Scalars]) -> Int {
    guard let first = texts.first else { return 0 }
    return first.indices.first { index in
      texts.contains { index >= $0.count || $0[index] != first[index] }
    } ?? first.count
  }

  /// The greatest count up to `limit` that ends behind a space.
  private static func spaceEnd(_ text: Scalars, _ limit: Int) -> Int {
    text[..<limit].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }

  /// Whether what sentences differ in can stand in a list: it begins no clause that goes on with what
  /// stood before, and what follows is not its object.
  private static func isPhrase(
    _ part: ArraySlice<Unicode.Scalar>,
    before rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let conjunctions = ["หรือ", "และ", "แต่", "(", "or ", "and ", "but "]
    if conjunctions.contains(where: { part.starts(with: $0.unicodeScalars) }) { return false }
    return rest.first != "“" && rest.first != "\"" && rest.first != "("
  }

  private static func beginsWithMonth(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    MonthNames.all.contains { month in
      [month.thai, month.thaiShort, month.english].contains { name in
        text.starts(with: name.unicodeScalars)
      }
    }
  }

  private static func isBalanced(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count { $0 == "“" } == scalars.count { $0 == "”" }
      && scalars.count { $0 == "(" } == scalars.count { $0 == ")" }
      && scalars.count { $0 == "\"" } % 2 == 0
  }

  private static func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
