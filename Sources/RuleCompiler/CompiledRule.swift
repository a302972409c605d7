package import CEL
import Diagnostics
package import DocumentArena
public import RuleModel
import SourceText
public import Submissions

/// A rule made ready for one kind of submission: every expression checked and planned, every code and
/// placeholder resolved.
public struct CompiledRule: Sendable {
  /// The rule.
  public let rule: Rule

  /// The kind of submission it was compiled for.
  public let kind: SubmissionKind

  /// The variables, by slot.
  package let slots: SlotTable

  /// The fields of the submission that the rule reads.
  package let reads: [RootRead]

  /// The parameters that it reads.
  package let parameters: [ParameterRead]

  /// The definitions that it uses, with the slots in which they are computed.
  package let definitions: [(slot: Int, formula: Formula)]

  /// Whether it concerns the submission.
  package let when: Formula?

  /// The elements that it looks at one by one.
  package let selectors: [CompiledSelector]

  /// Whether it concerns the element.
  package let whereCondition: Formula?

  /// The items.
  package let items: [CompiledItem]
}

/// A checked and planned expression.
package struct Formula: Sendable {
  /// What is run.
  package let program: Program
  /// What the kind says about its value, where it is a path or leads into a record.
  package let shape: FieldShape?
  /// The text as written, for values that explain a finding; nil for expressions of a check kind.
  package let text: String?
  /// The scalars of the rule's file that it was made of, with the offsets at which their texts begin in
  /// the source of its tree.
  package let origins: [(start: Int, node: NodeID)]

  /// The type of the value.
  package var type: CELType { program.checked.type }
}

/// The slots of the variables of a rule.
package struct SlotTable: Sendable {
  /// The names by slot, in the order of their bytes.
  package let names: [String]

  /// Numbers the variables of an environment as the planner does.
  package init(_ environment: Environment) { self.init(environment.variablesBySlot) }

  /// Numbers the variables of an environment that has those of another one and some more.
  ///
  /// - Parameters:
  ///   - environment: The environment.
  ///   - base: The other environment.
  ///   - known: Its variables by slot.
  init(_ environment: Environment, adding base: Environment, _ known: [String]) {
    var more: [String] = []
    more.reserveCapacity(environment.variables.count - base.variables.count)
    for name in environment.variables.keys where base.variables[name] == nil {
      more.append(name)
    }
    more.sort { $0.precedesInBytes($1) }
    var all: [String] = []
    all.reserveCapacity(environment.variables.count)
    var rest = known[...]
    for name in more {
      while let next = rest.first, next.precedesInBytes(name) {
        all.append(next)
        rest.removeFirst()
      }
      all.append(name)
    }
    self.init(all + rest)
  }

  private init(_ names: [String]) { self.names = names }

  /// The slot of a name; −1, which no activation stores, for a name that the rule does not have.
  package subscript(name: String) -> Int { slot(name) ?? -1 }

  /// Whether the rule has the name.
  package func has(_ name: String) -> Bool { slot(name) != nil }

  private func slot(_ name: String) -> Int? {
    SortedSearch.place(of: name, in: names.count) { names[$0] }
  }
}

/// A field of the submission that a rule reads as a variable.
package struct RootRead: Sendable {
  /// Where its value comes from.
  package enum Source: Sendable {
    /// A field of this kind.
    case field
    /// A list that only other kinds of the rule have: it adds nothing.
    case foreignList
    /// Anything else that only other kinds have: absent.
    case foreign
  }

  package let name: String
  package let slot: Int
  package let source: Source
}

/// A parameter that a rule reads.
package struct ParameterRead: Sendable {
  package let slot: Int
  package let declaration: ParameterDeclaration
}

/// A path to a place: a variable, or the submission, and the keys from there.
package struct FieldPath: Sendable {
  /// The slot of the variable; nil for the submission itself.
  package let slot: Int?
  /// The keys from there, those behind a list left out.
  package let keys: [String]
  /// What it leads to.
  package let shape: FieldShape?

  /// The keys with points between them.
  package var text: String { Self.text(of: keys) }

  /// Keys with points between them.
  ///
  /// Most paths have one or two; `joined` would look its types up at run time.
  package static func text(of keys: [String]) -> String {
    var text = ""
    for (index, key) in keys.enumerated() {
      if index > 0 { text += "." }
      text += key
    }
    return text
  }
}

/// A list that is gone through.
package struct ListSource: Sendable {
  package let formula: Formula
  /// The path of the list, for places.
  package let path: FieldPath?
  /// Whether only other kinds of the rule have it.
  package let isForeign: Bool
  /// What an element is.
  package let element: FieldShape?
}

/// `for_each: {name: source}`.
package struct CompiledSelector: Sendable {
  package let slot: Int
  package let name: String
  package let sources: [ListSource]
}

/// One item.
package final class CompiledItem: Sendable {
  /// The item in the rule's file.
  package let node: NodeID
  package let when: Formula?
  package let pending: Formula?
  /// The severity of a softer item.
  package let softer: Severity?
  /// Where to point when the kind has nothing better.
  package let at: FieldPath?
  /// The sentence of its findings.
  package let message: CompiledTemplate
  /// Tells items of a rule apart in fingerprints; does not depend on their order.
  package let discriminator: String
  package let form: CompiledForm

  init(
    node: NodeID,
    when: Formula?,
    pending: Formula?,
    softer: Severity?,
    at: FieldPath?,
    message: CompiledTemplate,
    discriminator: String,
    form: CompiledForm
  ) {
    self.node = node
    self.when = when
    self.pending = pending
    self.softer = softer
    self.at = at
    self.message = message
    self.discriminator = discriminator
    self.form = form
  }
}

/// What an item is made of.
package indirect enum CompiledForm: Sendable {
  case parts([PartFamily])
  case unique(CompiledUnique)
  case steps([CompiledStep])
  case ask
  case each(CompiledEach)
  case any([CompiledItem])
  case all([CompiledItem])
  case not(CompiledItem)
}

/// `each`.
package final class CompiledEach: Sendable {
  package let sources: [ListSource]
  /// The slots of the element, or of key and value.
  package let slots: [Int]
  package let names: [String]
  package let whereCondition: Formula?
  package let ifNone: IfNone?
  package let items: [CompiledItem]

  init(
    sources: [ListSource],
    slots: [Int],
    names: [String],
    whereCondition: Formula?,
    ifNone: IfNone?,
    items: [CompiledItem]
  ) {
    self.sources = sources
    self.slots = slots
    self.names = names
    self.whereCondition = whereCondition
    self.ifNone = ifNone
    self.items = items
  }
}

/// `unique`.
package final class CompiledUnique: Sendable {
  package let list: ListSource
  package let first: Int
  package let second: Int
  package let keys: [Formula]
  package let keyPaths: [[String]]
  package let unless: Formula?

  init(
    list: ListSource,
    first: Int,
    second: Int,
    keys: [Formula],
    keyPaths: [[String]],
    unless: Formula?
  ) {
    self.list = list
    self.first = first
    self.second = second
    self.keys = keys
    self.keyPaths = keyPaths
    self.unless = unless
  }
}

/// One row of `steps`.
package struct CompiledStep: Sendable {
  package let code: String
  package let clause: String
  package let isOptional: Bool
  package let optional: Formula?
}
