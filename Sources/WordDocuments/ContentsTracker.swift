import OpenXML

/// Knows, while a body is read, where the table of contents is that the word processor makes: the field
/// `TOC`, and the control that holds it with its title.
struct ContentsTracker {
  private struct Field {
    var instruction: [UInt8] = []
    var isContents = false
  }

  private var fields: [Field] = []
  private var controls: [Bool] = []
  private var openFields = 0
  private var openControls = 0
  private var isInInstruction = false

  /// Whether we are in the result of the field.
  var isInField: Bool { openFields > 0 }

  /// Whether we are in the control.
  var isInControl: Bool { openControls > 0 }

  /// An instruction is one word and switches; that is far more.
  private static let longestInstruction = 200

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isNamed("instrText") {
      isInInstruction = true
    } else if name.isNamed("fldChar") {
      switch attributes["fldCharType"] {
      case "begin": fields.append(Field())
      case "separate": decide()
      case "end": close()
      default: break
      }
    } else if name.isNamed("fldSimple") {
      fields.append(Field(instruction: Array((attributes["instr"] ?? "").utf8)))
      decide()
    } else if name.isNamed("sdt") {
      controls.append(false)
    } else if name.isNamed("docPartGallery"), let last = controls.indices.last, !controls[last],
      attributes["val"] == "Table of Contents"
    {
      controls[last] = true
      openControls += 1
    }
  }

  mutating func end(_ name: XMLName) {
    if name.isNamed("instrText") {
      isInInstruction = false
    } else if name.isNamed("fldSimple") {
      close()
    } else if name.isNamed("sdt") {
      if controls.popLast() == true { openControls -= 1 }
    }
  }

  mutating func text(_ text: XMLText) {
    guard isInInstruction, let last = fields.indices.last,
      fields[last].instruction.count < Self.longestInstruction
    else { return }
    text.append(to: &fields[last].instruction)
  }

  /// The instruction is complete where the result begins.
  private mutating func decide() {
    guard let last = fields.indices.last, !fields[last].isContents else { return }
    let words = fields[last].instruction.split { $0 <= 0x20 }
    guard let word = words.first, word.map({ $0 & 0xDF }).elementsEqual("TOC".utf8) else { return }
    fields[last].isContents = true
    openFields += 1
  }

  private mutating func close() {
    if fields.popLast()?.isContents == true { openFields -= 1 }
  }
}
