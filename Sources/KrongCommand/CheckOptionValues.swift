import ArgumentParser
import Krong

/// From which severity on findings make the exit code 1.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case info
  case never

  /// Whether a finding of a severity counts.
  func includes(_ severity: Severity) -> Bool {
    switch self {
    case .error: severity == .error
    case .warning: severity >= .warning
    case .info: true
    case .never: false
    }
  }
}

/// `--output FORMAT=FILE`.
struct OutputRequest<Format: RawRepresentable & CaseIterable> where Format.RawValue == String {
  let format: Format
  let file: String

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let format = Format(rawValue: String(parts[0])), !parts[1].isEmpty
    else {
      throw OptionProblem.invalid("--output", text, Self.help(parts.map(String.init)))
    }
    self.format = format
    file = String(parts[1])
  }

  /// How the value is written, with the nearest format of one that does not exist.
  private static func help(_ parts: [String]) -> LocalizedText {
    let formats = Format.allCases.map(\.rawValue)
    let list = formats.joined(separator: ", ")
    let form = LocalizedText(
      th: "เขียนเป็น รูปแบบ=แฟ้ม เช่น json=result.json (รูปแบบ: \(list))",
      en: "write FORMAT=FILE, such as json=result.json (formats: \(list))"
    )
    guard parts.count == 2, !formats.contains(parts[0]),
      let near = LocalizedText.didYouMean(nearestTo: parts[0], among: formats)
    else { return form }
    return near.joined(form)
  }
}

/// `--min-score`, exact to hundredths.
struct MinimumScore {
  let hundredths: Int

  init(_ text: String, option: String = "--min-score") throws {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }
    guard digits, let points = parts.first.flatMap({ Int($0) }), points <= 100,
      parts.count == 1 || parts[1].utf8.count <= 2
    else { throw Self.problem(option, text) }
    var rest = 0
    if parts.count == 2, let value = Int(parts[1]) {
      rest = parts[1].utf8.count == 1 ? value * 10 : value
    }
    hundredths = points * 100 + rest
    guard hundredths <= 10_000 else { throw Self.problem(option, text) }
  }

  private static func problem(_ option: String, _ text: String) -> DiagnosticError {
    OptionProblem.invalid(
      option,
      text,
      LocalizedText(
        th: "ใช้ตัวเลข 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง",
        en: "give a number from 0 to 100 with at most two decimals"
      )
    )
  }
}

/// `--as-of`.
enum DateOption {
  static func read(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw OptionProblem.invalid(
        "--as-of",
        text,
        LocalizedText(
          th: "ใช้วันที่ ค.ศ. รูปแบบ ปปปป-ดด-วว เช่น 2025-11-05",
          en: "give a C.E. date as yyyy-mm-dd, such as 2025-11-05"
        )
      )
    }
    guard date.year <= 2400 else {
      throw OptionProblem.invalid(
        "--as-of",
        text,
        LocalizedText(
          th: "ปีนี้น่าจะเป็น พ.ศ. ใช้ปี ค.ศ. \(date.year - 543)",
          en: "the year looks like a Buddhist-era one; in C.E. it is \(date.year - 543)"
        )
      )
    }
    return date
  }
}

/// A value of an option that cannot be used.
enum OptionProblem {
  static func invalid(_ option: String, _ value: String, _ help: LocalizedText) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .invalidOption,
        .error,
        LocalizedText(
          th: "ใช้ค่า “\(value)” ไม่ได้",
          en: "the value “\(value)” cannot be used"
        ),
        at: Diagnostic.Place(file: option, position: nil),
        help: help
      )
    ])
  }
}
