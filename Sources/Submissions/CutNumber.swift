import Diagnostics
import DocumentArena
import PlanValues

/// A number that YAML cut at its commas: inside braces `amount: 268,000` is the number 268 and a key `000`
/// without a value.
///
/// Nothing can be decided on such a number, so it is unreadable and not merely followed by an unknown field.
struct CutNumber {
  private(set) var node: NodeID?
  private(set) var text = ""
  private(set) var isCut = false

  /// Notes a number, what follows may belong to it.
  mutating func begin(at node: NodeID, in document: Document) {
    guard [.int, .double].contains(document.kind(of: node)) else { return }
    self.node = node
    text = document.text(of: node)
  }

  /// Whether an entry is the next three digits of the number, with satang where it is the last.
  mutating func takes(_ entry: NodeID, in document: Document) -> Bool {
    guard node != nil, document.kind(of: entry) == .null, document.bytes(of: entry).isEmpty
    else { return false }
    let name = document.keyName(of: entry)
    let bytes = Array(name.utf8)
    let digits = bytes.prefix { 0x30...0x39 ~= $0 }
    let rest = bytes.dropFirst(digits.count)
    let isGroup =
      digits.count == 3
      && (rest.isEmpty
        || rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy { 0x30...0x39 ~= $0 })
    guard isGroup else { return false }
    text += "," + name
    isCut = true
    return true
  }
}

extension FieldType {
  /// Whether amounts are written there.
  var isNumber: Bool {
    switch self {
    case .int, .decimal, .money: true
    default: false
    }
  }
}

extension StructureCheck {
  mutating func report(_ number: CutNumber) {
    guard number.isCut, let node = number.node else { return }
    let words = ExpectedType.quotedNumber.words
    let values = ["value": number.text, "type": words.en, "type_th": words.th]
    markUnreadable(node)
    add(StructureFinding(.wrongType, at: node, values: values))
  }
}
