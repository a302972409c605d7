import CEL
import Diagnostics
import Krong
import RuleCompiler

/// What a function of expressions is for, in a sentence.
struct FunctionPage: Sendable {
  /// How it is called: `list.all(x, test)`; of several forms one after the other.
  let signature: String
  /// What it gives.
  let text: LocalizedText
  /// An example.
  let example: String?

  init(_ signature: String, th: String, en: String, example: String? = nil) {
    self.signature = signature
    text = LocalizedText(th: th, en: en)
    self.example = example
  }

  /// The names that it explains.
  var names: [String] {
    // A comma between brackets belongs to the arguments.
    var names: [String] = []
    var depth = 0
    var current = ""
    for scalar in signature.unicodeScalars {
      switch scalar {
      case "(":
        if depth == 0 { names.append(Self.name(current)) }
        depth += 1
      case ")": depth -= 1
      case ",", " ": if depth == 0 { current = "" }
      default: if depth == 0 { current.unicodeScalars.append(scalar) }
      }
      if depth > 0 { current = "" }
    }
    return names
  }

  /// The namespaces of functions; anything else before a point is a target.
  static let namespaces: Set<String> = ["th", "math", "regex", "optional", "cel"]

  private static func name(_ head: String) -> String {
    let parts = head.split(separator: ".").map(String.init)
    if parts.count == 2, namespaces.contains(parts[0]) {
      return parts[0] == "cel" ? parts[1] : head
    }
    return parts.last ?? head
  }

  /// All pages by the names that they explain.
  static let byName: [String: FunctionPage] = {
    var pages: [String: FunctionPage] = [:]
    for page in rules + plans + standard {
      for name in page.names where pages[name] == nil { pages[name] = page }
    }
    return pages
  }()
}

/// The functions that the expressions of a set of rules may call.
struct FunctionCatalogue: Sendable {
  /// A function with what is said of it.
  struct Function: Sendable {
    let name: String
    /// Whether it is called as `target.name(…)`.
    let isMember: Bool
    let page: FunctionPage?

    /// What an editor shows.
    var markdown: String? {
      guard let page else { return nil }
      let example = page.example.map { "\n\n```cel\n\($0)\n```" } ?? ""
      return "```cel\n\(page.signature)\n```\n\n\(page.text.th)\n\n\(page.text.en)\(example)"
    }
  }

  /// All, by name.
  let all: [Function]

  init(_ knowledge: RuleKnowledge) {
    let base = knowledge.compiling.base
    var found: [String: Bool] = [:]
    for (name, declaration) in base.functions where Self.isNamed(name) {
      found[name] = declaration.overloads.allSatisfy(\.isMember)
    }
    for (name, macros) in base.macros where Self.isNamed(name) {
      found[name] = macros.allSatisfy(\.isMember) && name != "bind"
    }
    // These are declared for each rule anew.
    for name in ["recorded", "recorded_any", "recorded_or_later", "date_of", "reached"] {
      found[name] = found[name] ?? false
    }
    all = found.sorted { $0.key < $1.key }.map { name, isMember in
      let shown = name == "bind" ? "cel.bind" : name
      return Function(name: shown, isMember: isMember, page: FunctionPage.byName[name])
    }
  }

  /// Operators and what macros become have names that nobody can write.
  static func isNamed(_ name: String) -> Bool {
    name.utf8.allSatisfy { PathSteps.isName($0) || $0 == UInt8(ascii: ".") }
      && !name.hasPrefix("_") && !name.hasPrefix("@")
  }

  /// The functions of a namespace such as `th`, named without it.
  func named(in namespace: String) -> [Function] {
    let prefix = namespace + "."
    return all.filter { $0.name.hasPrefix(prefix) }.map {
      Function(name: String($0.name.dropFirst(prefix.count)), isMember: false, page: $0.page)
    }
  }

  /// A function by its name.
  func function(_ name: String) -> Function? {
    all.first { $0.name == name || $0.name == "cel." + name }
  }
}
