import CEL
import SeededNumbers
import TestSupport

/// Makes typed expressions over the plan of ``EvaluationFixture``: most of them mean something.
struct PlanExpressionGenerator {
  private var random: SeededGenerator
  private var variables: [(name: String, type: String)] = []
  private var names = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func pick(_ values: [String]) -> String { random.pick(values) }

  private mutating func local(_ type: String) -> String? {
    let fitting = variables.filter { $0.type == type }
    return fitting.isEmpty || random.below(3) == 0 ? nil : random.pick(fitting).name
  }

  /// An expression of one of the types bool, int, string, list, texts, lists, projects.
  mutating func expression(_ type: String, _ depth: Int) -> String {
    if let name = local(type) { return name }
    switch type {
    case "bool": return bool(depth)
    case "int": return int(depth)
    case "string": return string(depth)
    case "texts": return texts(depth)
    case "lists": return lists(depth)
    case "projects": return depth > 0 && random.below(4) == 0 ? filtered(depth) : "plan.projects"
    default: return list(depth)
    }
  }

  private mutating func bool(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["true", "p.done", "has(p.id)", "filled(p.budget.total)"]) }
    let d = depth - 1
    switch random.below(14) {
    case 0: return "(\(bool(d)) && \(bool(d)))"
    case 1: return "(\(bool(d)) || \(bool(d)) || \(bool(d)))"
    case 2: return "!\(bool(d))"
    case 3: return "(\(int(d)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(int(d)))"
    case 4: return "(\(string(d)) \(pick(["==", "!=", "<"])) \(string(d)))"
    case 5: return "(\(list(d)) == \(list(d)))"
    case 6: return "(\(int(d)) in \(list(d)))"
    case 7: return "\(string(d)).\(pick(["contains", "startsWith", "endsWith"]))(\(string(d)))"
    case 8: return "\(string(d)).matches('\(pick(["[0-9]+", "ก.*ข", "^a", "(ab|c)*$"]))')"
    case 9: return fold(pick(["all", "exists", "exists_one"]), depth, "bool")
    case 10: return "(\(lists(d)) == \(lists(d)))"
    case 11: return "(\(expression("projects", d)) == \(expression("projects", d)))"
    case 12: return "sets.\(pick(["contains", "intersects", "equivalent"]))(\(list(d)), \(list(d)))"
    default: return "(\(bool(d)) ? \(bool(d)) : \(bool(d)))"
    }
  }

  private mutating func int(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["1", "0", "7", "p.no", "p.rank", "size(plan.projects)", "9223372036854775807"])
    }
    let d = depth - 1
    switch random.below(9) {
    case 0: return "(\(int(d)) \(pick(["+", "-", "*", "/", "%"])) \(int(d)))"
    case 1: return "size(\(string(d)))"
    case 2: return "size(\(list(d)))"
    case 3: return "\(list(d)).\(pick(["sum", "min", "max"]))()"
    case 4: return "\(list(d))[\(int(0))]"
    case 5: return "\(string(d)).indexOf(\(string(d)))"
    case 6: return "\(list(d)).\(pick(["first", "last"]))().orValue(\(int(d)))"
    case 7: return "sum(plan.projects.map(q, \(pick(["q.no", "q.rank", "size(q.activities)"]))))"
    default: return "(\(bool(d)) ? \(int(d)) : \(int(d)))"
    }
  }

  private mutating func string(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["'โครงการ ก'", "''", "'aab'", "p.id", "plan.title", "p.budget.source", "'–'"])
    }
    let d = depth - 1
    switch random.below(9) {
    case 0: return "(\(string(d)) + \(string(d)))"
    case 1: return "\(string(d)).replace(\(string(d)), \(string(d)))"
    case 2: return "\(texts(d)).join(\(string(d)))"
    case 3: return "'%s|%d|%s'.format([\(string(d)), \(int(d)), \(list(d))])"
    case 4: return "\(string(d)).\(pick(["reverse", "trim", "upperAscii"]))()"
    case 5: return "string(\(int(d)))"
    case 6: return "regex.replace(\(string(d)), '[ก-ฮ]', \(string(d)))"
    case 7: return bind("string", depth)
    default: return "\(string(d)).substring(\(int(0)))"
    }
  }

  private mutating func list(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["[1, 2, 3]", "p.years", "[]", "[p.no, 5]"]) }
    let d = depth - 1
    switch random.below(11) {
    case 0: return "(\(list(d)) + \(list(d)))"
    case 1: return fold("map", depth, "int")
    case 2: return fold("filter", depth, "bool", over: "list")
    case 3: return "\(list(d)).\(pick(["distinct", "sort", "reverse"]))()"
    case 4: return "lists.range(\(random.below(40)))"
    case 5: return "\(lists(d)).flatten()"
    case 6: return "[\(int(d)), \(int(d))]"
    case 7: return bind("list", depth)
    case 8: return "\(list(d)).slice(0, \(random.below(3)))"
    case 9: return "\(list(d)).sortBy(e, 0 - e)"
    default: return "\(list(d)).transformList(i, v, i + v)"
    }
  }

  private mutating func texts(_ depth: Int) -> String {
    guard depth > 0 else { return pick(["p.tags", "['ก', 'ข']", "plan.comments"]) }
    let d = depth - 1
    switch random.below(4) {
    case 0: return "\(string(d)).split(\(string(d)))"
    case 1: return fold("map", depth, "string")
    case 2: return "[\(string(d)), \(string(d))]"
    default: return "(\(texts(d)) + \(texts(d)))"
    }
  }

  private mutating func lists(_ depth: Int) -> String {
    guard depth > 0 else { return "[[1], [2, 3], []]" }
    let d = depth - 1
    switch random.below(3) {
    case 0: return "[\(list(d)), \(list(d))]"
    case 1: return fold("map", depth, "list")
    default: return "\(lists(d)).map(e, e)"
    }
  }

  private mutating func filtered(_ depth: Int) -> String {
    let name = fresh()
    return "plan.projects.filter(\(name), has(\(name).no) || \(bool(depth - 1)))"
  }

  private mutating func bind(_ type: String, _ depth: Int) -> String {
    let name = fresh()
    let bound = expression("string", depth - 1)
    variables.append((name, "string"))
    let body = expression(type, depth - 1)
    variables.removeLast()
    return "cel.bind(\(name), \(bound), \(body))"
  }

  private mutating func fold(
    _ macro: String,
    _ depth: Int,
    _ body: String,
    over: String? = nil
  ) -> String {
    let name = fresh()
    let type = over ?? pick(["list", "list", "texts", "projects"])
    let range = expression(type, depth - 1)
    let element = ["list": "int", "texts": "string", "projects": "project"][type] ?? "int"
    variables.append((name, element))
    let inner = expression(body, depth - 1)
    variables.removeLast()
    return "\(range).\(macro)(\(name), \(inner))"
  }

  private mutating func fresh() -> String {
    names += 1
    return "v\(names)"
  }
}

extension PlanExpressionGenerator {
  /// A plan of at most six projects, with texts of at most thirty characters; some fields are missing.
  mutating func plan() -> String {
    var text = "title: \(word())\ncomments: [\(word()), \(word())]\nprojects:\n"
    for number in 0...random.below(6) {
      text += "  - no: \(random.below(20))\n"
      if random.below(4) > 0 { text += "    id: \(word())\n" }
      if random.below(3) > 0 { text += "    years: [\(number), 2569, 2570]\n" }
      if random.below(3) > 0 { text += "    tags: [\(word()), \(word()), \(word())]\n" }
      if random.below(2) > 0 { text += "    done: \(random.below(2) == 0)\n" }
      if random.below(2) > 0 {
        text += "    budget: {total: \(random.below(1_000)), source: \(word())}\n"
      }
      text += "    activities: [{quarter: 1, cost: 5, note: \(word())}, {quarter: 4}]\n"
    }
    return text
  }

  private mutating func word() -> String {
    let letters = ["ก", "ำ", "น้ำ", "a", "b", " ", "ผล", "๙", "0"]
    return "'x" + (0..<random.below(20)).map { _ in pick(letters) }.joined().prefix(24) + "'"
  }
}
