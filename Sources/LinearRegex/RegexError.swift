/// Why a pattern was refused, and where.
public struct RegexError: Error, Sendable, Hashable {
  /// The kinds of mistake; their raw values are stable.
  public enum Code: String, Sendable, CaseIterable {
    /// `(` without `)`.
    case missingParenthesis = "missing-parenthesis"
    /// `)` without `(`.
    case unexpectedParenthesis = "unexpected-parenthesis"
    /// `[` without `]`.
    case missingBracket = "missing-bracket"
    /// A range whose end lies before its start, or whose end is a class.
    case invalidRange = "invalid-range"
    /// `[:name:]` or `\p{name}` with a name that is not known.
    case unknownClass = "unknown-class"
    /// A backslash at the end.
    case trailingBackslash = "trailing-backslash"
    /// A backslash in front of something that it does not go with.
    case invalidEscape = "invalid-escape"
    /// `\1`: RE2 has no back references.
    case backReference = "back-reference"
    /// `(?=`, `(?!`, `(?<=`, `(?<!`: RE2 has no looking around.
    case lookAround = "look-around"
    /// `(?` with something unknown behind it.
    case invalidGroup = "invalid-group"
    /// A group name that is empty or has other characters than letters, digits and `_`.
    case invalidGroupName = "invalid-group-name"
    /// The same group name twice.
    case duplicateGroupName = "duplicate-group-name"
    /// A repetition with nothing in front of it.
    case missingOperand = "missing-operand"
    /// A repetition of a repetition, such as `a**`.
    case doubleRepetition = "double-repetition"
    /// A count over 1000, or `{n,m}` with n over m.
    case invalidRepeatCount = "invalid-repeat-count"
    /// Groups nested too deep.
    case tooDeep = "too-deep"
    /// A pattern that is too long.
    case tooLong = "too-long"
    /// A pattern that compiles to too large a program.
    case tooLarge = "too-large"
    /// A replacement with a backslash that names no group.
    case invalidReplacement = "invalid-replacement"
  }

  /// What kind of mistake it is.
  public let code: Code
  /// Where it is, in UTF-8 bytes from the start of the pattern (or of the replacement).
  public let utf8Offset: Int
  /// The part of the pattern that is wrong.
  public let fragment: String

  /// The message in Thai.
  public var messageTH: String {
    switch code {
    case .missingParenthesis: "วงเล็บ “(” ไม่มี “)” ปิด"
    case .unexpectedParenthesis: "มี “)” โดยไม่มี “(” เปิด"
    case .missingBracket: "วงเล็บ “[” ไม่มี “]” ปิด"
    case .invalidRange: "ช่วงอักขระ “\(fragment)” ไม่ถูกต้อง"
    case .unknownClass: "ไม่รู้จักกลุ่มอักขระ “\(fragment)”"
    case .trailingBackslash: "รูปแบบจบด้วย “\\” ซึ่งต้องมีอักขระตาม"
    case .invalidEscape: "ไม่รู้จัก “\(fragment)”"
    case .backReference: "ใช้การอ้างย้อน “\(fragment)” ไม่ได้"
    case .lookAround: "ใช้การมองล่วงหน้าหรือย้อนหลัง “\(fragment)” ไม่ได้"
    case .invalidGroup: "ไม่รู้จักกลุ่ม “\(fragment)”"
    case .invalidGroupName: "ชื่อกลุ่ม “\(fragment)” ใช้ไม่ได้ (ใช้ได้เฉพาะ A-Z a-z 0-9 และ _)"
    case .duplicateGroupName: "ชื่อกลุ่ม “\(fragment)” ซ้ำ"
    case .missingOperand: "“\(fragment)” ไม่มีสิ่งที่จะทำซ้ำอยู่ข้างหน้า"
    case .doubleRepetition: "ทำซ้ำซ้อนกันด้วย “\(fragment)” ไม่ได้"
    case .invalidRepeatCount:
      "จำนวนครั้ง “\(fragment)” ใช้ไม่ได้ (รวมกันไม่เกิน \(RegexLimits.repeatCount) และตัวแรกไม่เกินตัวหลัง)"
    case .tooDeep: "กลุ่มซ้อนกันลึกเกิน \(RegexLimits.nestingDepth) ชั้น"
    case .tooLong: "รูปแบบยาวเกิน \(RegexLimits.patternBytes) ไบต์"
    case .tooLarge: "รูปแบบใหญ่เกินไป ให้ลดจำนวนครั้งของการทำซ้ำ"
    case .invalidReplacement: "“\(fragment)” ไม่ใช่กลุ่มของรูปแบบ (ใช้ \\0 ถึง \\9 หรือ \\\\)"
    }
  }

  /// The message in English.
  public var messageEN: String {
    switch code {
    case .missingParenthesis: "'(' without a closing ')'"
    case .unexpectedParenthesis: "')' without an opening '('"
    case .missingBracket: "'[' without a closing ']'"
    case .invalidRange: "invalid character range '\(fragment)'"
    case .unknownClass: "unknown character class '\(fragment)'"
    case .trailingBackslash: "a backslash at the end of the pattern"
    case .invalidEscape: "unknown escape '\(fragment)'"
    case .backReference: "back references such as '\(fragment)' are not supported"
    case .lookAround: "looking ahead or behind with '\(fragment)' is not supported"
    case .invalidGroup: "unknown group '\(fragment)'"
    case .invalidGroupName: "invalid group name '\(fragment)' (letters A-Z, digits and _ only)"
    case .duplicateGroupName: "group name '\(fragment)' is used twice"
    case .missingOperand: "'\(fragment)' has nothing in front of it to repeat"
    case .doubleRepetition: "'\(fragment)' repeats a repetition"
    case .invalidRepeatCount:
      "invalid repeat count '\(fragment)' (at most \(RegexLimits.repeatCount) in all, first not over last)"
    case .tooDeep: "groups are nested deeper than \(RegexLimits.nestingDepth)"
    case .tooLong: "the pattern is longer than \(RegexLimits.patternBytes) bytes"
    case .tooLarge: "the pattern is too large when its repetitions are written out"
    case .invalidReplacement: "'\(fragment)' is no group of the pattern (use \\0 to \\9, or \\\\)"
    }
  }
}
