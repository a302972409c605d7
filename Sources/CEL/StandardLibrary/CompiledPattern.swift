internal import Diagnostics
internal import LinearRegex

/// A regular expression, compiled once; the only place that knows the module LinearRegex.
struct CompiledPattern: Sendable {
  private let regex: LinearRegex

  /// Compiles a pattern; an error where it is none.
  init(_ pattern: String) throws(Stop) {
    do throws(RegexError) {
      regex = try LinearRegex(pattern: pattern)
    } catch {
      throw .error(EvaluationError(LocalizedText(th: error.messageTH, en: error.messageEN)))
    }
  }

  /// Compiles a pattern that is computed, and counts what that takes: as much as can be for one that is
  /// refused, since it may be for its size.
  init(_ pattern: String, _ steps: inout UInt64) throws(Stop) {
    do throws(Stop) {
      try self.init(pattern)
    } catch {
      steps += RegexSteps.mostToCompile
      throw error
    }
    steps += RegexSteps.toCompile(regex)
  }

  /// What a search takes beside one step for each ten bytes.
  func steps(tens: UInt64) -> UInt64 { RegexSteps.toSearch(regex, tens: tens) }

  /// The most that a pattern takes that is not known beforehand.
  ///
  /// - Parameter tens: The length of the text in tens of bytes.
  /// - Returns: The steps of compiling and of a search.
  static func mostSteps(tens: UInt64) -> UInt64 {
    RegexSteps.most(tens: tens)
  }

  /// Whether the pattern matches anywhere in the text.
  func matches(_ text: String) -> Bool { regex.matches(text) }

  /// The matches from left to right, each by its group if the pattern has one; a group that took no
  /// part or is empty gives nothing.
  func extract(from text: String, limit: Int) throws(Stop) -> [String] {
    guard regex.groupCount <= 1 else {
      throw .error(
        .invalidArgument(
          "regex.extract",
          LocalizedText(
            th: "รูปแบบมีกลุ่มมากกว่าหนึ่งกลุ่ม",
            en: "the pattern has more than one group"
          )
        )
      )
    }
    return regex.allMatches(in: text, limit: limit)
      .compactMap { $0.text(ofGroup: regex.groupCount, in: text) }
      .filter { regex.groupCount == 0 || !$0.isEmpty }
  }

  /// Replaces the first matches, all when the limit is negative.
  func replace(in text: String, with template: String, limit: Int64) throws(Stop) -> String {
    let parts = try parts(of: template)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for match in regex.allMatches(in: text, limit: limit < 0 ? .max : Int(clamping: limit)) {
      result += bytes[position..<match.utf8Range.lowerBound]
      for part in parts {
        switch part {
        case .literal(let byte): result.append(byte)
        case .group(let number):
          if match.groups.indices.contains(number), let range = match.groups[number] {
            result += bytes[range]
          }
        }
      }
      try StringParts.check(result.count, "regex.replace")
      position = match.utf8Range.upperBound
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }

  private enum Part {
    case literal(UInt8)
    case group(Int)
  }

  /// A replacement: `\1` is a group, `\\` a backslash.
  private func parts(of template: String) throws(Stop) -> [Part] {
    var parts: [Part] = []
    var isEscaped = false
    for byte in template.utf8 {
      if !isEscaped {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else { parts.append(.literal(byte)) }
        continue
      }
      isEscaped = false
      if byte == UInt8(ascii: "\\") {
        parts.append(.literal(byte))
      } else if (0x30...0x39).contains(byte), Int(byte - 0x30) <= regex.groupCount {
        parts.append(.group(Int(byte - 0x30)))
      } else {
        throw Self.badReplacement
      }
    }
    if isEscaped { throw Self.badReplacement }
    return parts
  }

  private static var badReplacement: Stop {
    .error(
      .invalidArgument(
        "regex.replace",
        LocalizedText(
          th: "ข้อความแทนที่อ้างกลุ่มที่ไม่มี",
          en: "the replacement refers to a group that is not there"
        )
      )
    )
  }
}
