import CEL
import Diagnostics
import DocumentArena
import Findings
import RuleCompiler
import RuleModel

/// What became of one part, before it is told in words.
struct PartResult {
  /// What the part came to.
  var outcome: Outcome
  /// The part: a field, plan, step, value.
  var key: String
  /// Tells parts of different items apart.
  var discriminator: String
  /// The severity of a softer item.
  var softer: Severity?
  var place: PlaceTarget?
  var related: [(text: LocalizedText, place: PlaceTarget)] = []
  var missing: [DocumentPath] = []
  var reason: NotApplicableReason?
  var detail = LocalizedText(verbatim: "")
  var message = LocalizedText(verbatim: "")
  /// Whether no sentence was made, because enough of its sort have one.
  var isUntold = false
  /// The clauses of the part, where it has its own.
  var clauses: [String]?
  var values: [Finding.ValueRead] = []
  /// The elements in scope, outermost first, as they stand in the fingerprint.
  var identity: [String] = []
  /// The elements in scope, by node.
  var elements: [NodeReference] = []
}

/// An element in scope.
struct ElementFrame {
  /// The node, nil for a computed value.
  let origin: NodeReference?
  /// The value.
  let value: Value
  /// What the kind says about it.
  let shape: FieldShape?
  /// The label of its list, when several lists are gone through together.
  let listLabel: LocalizedText?
  /// Its position, from 1.
  let number: Int
}
