import SourceText

/// A document in the XML form of JUnit results, which all continuous-integration servers read.
///
/// Keeps to the stricter of the schemas in use (Apache Ant's). Times are not measured, so that the
/// same input gives the same bytes.
struct JUnitDocument {
  /// What a case came to.
  enum Outcome {
    case passed
    case failed(type: String, message: String, text: String)
    case error(type: String, message: String, text: String)
    case skipped(message: String)
  }

  /// One case.
  struct Case {
    var name: String
    var group: String
    var outcome: Outcome
  }

  /// Cases that belong together: one file.
  struct Suite {
    var name: String
    var properties: [(name: String, value: String)] = []
    var cases: [Case]
  }

  var suites: [Suite]
  /// The day, yyyy-mm-dd, that stands in the time stamps.
  var day = "1970-01-01"

  /// The document; it ends with a line feed.
  var text: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for (number, suite) in suites.enumerated() { write(suite, number, to: &text) }
    return text + "</testsuites>\n"
  }

  private func write(_ suite: Suite, _ number: Int, to text: inout String) {
    let counts = Counts(suite.cases)
    text += "  <testsuite name=\"\(XMLText.attribute(suite.name))\" package=\"krong\""
    text += " id=\"\(number)\" timestamp=\"\(day)T00:00:00\" hostname=\"localhost\""
    text += " tests=\"\(suite.cases.count)\" failures=\"\(counts.failed)\""
    text += " errors=\"\(counts.errors)\" skipped=\"\(counts.skipped)\" time=\"0\">\n"
    text += "    <properties>\n"
    for property in suite.properties {
      text += "      <property name=\"\(XMLText.attribute(property.name))\""
      text += " value=\"\(XMLText.attribute(property.value))\"/>\n"
    }
    text += "    </properties>\n"
    for entry in suite.cases { write(entry, to: &text) }
    text += "    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n"
  }

  private func write(_ entry: Case, to text: inout String) {
    text += "    <testcase name=\"\(XMLText.attribute(entry.name))\""
    text += " classname=\"\(XMLText.attribute(entry.group))\" time=\"0\""
    switch entry.outcome {
    case .passed: text += "/>\n"
    case .skipped(let message):
      text += "><skipped message=\"\(XMLText.attribute(message))\"/></testcase>\n"
    case .failed(let type, let message, let body):
      text += element("failure", type, message, body)
    case .error(let type, let message, let body):
      text += element("error", type, message, body)
    }
  }

  private func element(_ name: String, _ type: String, _ message: String, _ body: String) -> String
  {
    ">\n      <\(name) type=\"\(XMLText.attribute(type))\" message=\"\(XMLText.attribute(message))\">"
      + "\(XMLText.content(body))</\(name)>\n    </testcase>\n"
  }

  private struct Counts {
    var failed = 0
    var errors = 0
    var skipped = 0

    init(_ cases: [Case]) {
      for entry in cases {
        switch entry.outcome {
        case .passed: break
        case .failed: failed += 1
        case .error: errors += 1
        case .skipped: skipped += 1
        }
      }
    }
  }
}

/// Text escaped for XML 1.0, which has no way to write most control characters: they are shown.
enum XMLText {
  /// The value of an attribute; line ends become blanks.
  static func attribute(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    return lines.map { escaped($0) }.joined(separator: " ")
  }

  /// The text of an element.
  static func content(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) }
      .joined(separator: "\n")
  }

  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for scalar in VisibleText.of(String(text)).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
