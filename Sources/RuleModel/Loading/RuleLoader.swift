public import Catalogues
public import Diagnostics
public import DocumentArena
import DocumentReading
public import SourceText
import Submissions

/// Reads rule files.
public enum RuleLoader {
  /// Whether the examples of a rule are read.
  public enum Examples: Sendable {
    /// They are read, and a rule without them is a mistake: for testing and linting.
    case required
    /// They are read where there are any, as few as they are: for testing, which has case files too.
    case ifPresent
    /// They are left out: for checking submissions.
    case skipped
  }

  /// Reads a rule file.
  ///
  /// With ``Examples/skipped`` the text of the examples is not even parsed, unless keys of the rule
  /// follow after them.
  public static func load(
    _ source: SourceFile,
    in context: RuleContext,
    examples: Examples
  ) -> Loaded<Rule> {
    let key = "examples"
    let isCut = examples == .skipped && RootKeyScan.isLast(key, in: source.bytes)
    do {
      let document = try YAMLReader.readOne(source, stopAtRootKey: isCut ? key : nil)
      return load(document, in: context, examples: examples)
    } catch {
      return Loaded(nil, error.diagnostics)
    }
  }

  /// Reads a rule from its document; all mistakes of the file are told at once.
  public static func load(
    _ document: Document,
    in context: RuleContext,
    examples: Examples
  ) -> Loaded<Rule> {
    read(FileDecoder(document, .rule), in: context, examples)
  }

  /// Reads a rule whose file was found sound before, without its examples.
  package static func load(sound document: Document, in context: RuleContext) -> Loaded<Rule> {
    read(FileDecoder(document, .rule, isSound: true), in: context, .skipped)
  }

  private static func read(
    _ decoder: FileDecoder,
    in context: RuleContext,
    _ examples: Examples
  ) -> Loaded<Rule> {
    if let (node, folder) = settings(in: decoder.document) {
      decoder.report(
        .settingsAmongRules,
        .error,
        LocalizedText(
          th: "แฟ้มนี้ไม่ใช่เกณฑ์ตรวจ แต่เป็นแฟ้มตั้งค่าที่ควรอยู่ใน \(folder)/",
          en: "this is no rule but a file of settings, which belongs into \(folder)/"
        ),
        at: decoder.key(node),
        help: LocalizedText(
          th: "ย้ายแฟ้มไปไว้ในโฟลเดอร์ \(folder) ของชุดเกณฑ์",
          en: "move the file to the folder \(folder) of the rules"
        )
      )
      return Loaded(nil, decoder.diagnostics)
    }
    let reader = RuleReader(decoder: decoder, context: context, examples: examples)
    let rule = reader.read()
    return Loaded(rule, decoder.diagnostics)
  }
}

extension RuleLoader {
  /// The key by which a file that is no rule is one of settings, with the folder for these.
  private static func settings(in document: Document) -> (key: NodeID, folder: String)? {
    guard document.kind(of: document.root) == .map,
      document.child(of: document.root, "rule") == nil
    else { return nil }
    for (key, folder) in [("waivers", "waivers"), ("profile", "profiles"), ("office", "offices")] {
      if let node = document.child(of: document.root, key) { return (node, folder) }
    }
    return nil
  }

  /// Tells the rules that have the id of an earlier one, each with both places.
  ///
  /// A file is named for its rule, but two folders may hold files of one name.
  public static func duplicates(among rules: [Rule]) -> [Diagnostic] {
    var first: [String: Rule] = [:]
    var found: [Diagnostic] = []
    for rule in rules {
      guard let earlier = first[rule.id] else {
        first[rule.id] = rule
        continue
      }
      let decoder = FileDecoder(rule.document, .rule)
      decoder.givenTwice(rule.id, at: idPlace(rule), first: idPlace(earlier))
      found += decoder.diagnostics
    }
    return found
  }

  private static func idPlace(_ rule: Rule) -> Diagnostic.Place {
    let decoder = FileDecoder(rule.document, .rule)
    let node = rule.document.child(of: rule.document.root, "rule")
    return node.map(decoder.value) ?? decoder.wholeFile
  }
}

/// Looks for root keys in the bytes of a block-style file without parsing it.
enum RootKeyScan {
  /// Whether nothing but the value of a key follows it.
  ///
  /// True only when that is certain: after the key every line is indented, blank, a comment or an
  /// entry of a list.
  static func isLast(_ key: String, in bytes: [UInt8]) -> Bool {
    let wanted = Array(key.utf8) + [UInt8(ascii: ":")]
    var isAfter = false
    var lineStart = 0
    while lineStart < bytes.count {
      let first = bytes[lineStart]
      if isAfter {
        switch first {
        case 0x20, 0x0A, 0x0D, UInt8(ascii: "#"), UInt8(ascii: "-"): break
        default: return false
        }
      } else if first == wanted[0], bytes[lineStart...].starts(with: wanted) {
        isAfter = true
      }
      guard let end = bytes[lineStart...].firstIndex(of: 0x0A) else { break }
      lineStart = end + 1
    }
    return isAfter
  }
}
