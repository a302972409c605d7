import Diagnostics
import SourceText

/// Text as HTML, so that nothing in it is taken for markup and no control character reaches a reader.
enum HTMLText {
  /// The text for element content and for attributes in double quotes; line feeds become blanks.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      if index > 0 { result += " " }
      append(VisibleText.of(String(line)), to: &result)
    }
    return result
  }

  /// The text for element content; line feeds become line breaks, and codes stay on one line.
  static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { withWholeCodes(String($0)) }.joined(separator: "<br>")
  }

  /// The length up to which a code is kept on one line; a longer one might not fit into a cell.
  private static let wholeCode = 14

  /// Escaped text in which a line never ends inside a short code with hyphens, such as `J02-CMP-003`.
  private static func withWholeCodes(_ text: String) -> String {
    guard text.utf8.contains(0x2D) else { return escaped(text) }
    var result = ""
    var word = String.UnicodeScalarView()
    var rest = String.UnicodeScalarView()
    func end() {
      let isCode = word.contains("-") && word.count > 2 && word.count <= wholeCode
      if isCode {
        result += escaped(String(rest)) + "<span class=\"whole\">\(String(word))</span>"
        rest = String.UnicodeScalarView()
      } else {
        rest.append(contentsOf: word)
      }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": word.append(scalar)
      default:
        end()
        rest.append(scalar)
      }
    }
    end()
    return result + escaped(String(rest))
  }

  private static func append(_ text: String, to result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// An identifier of ASCII letters, digits and hyphens; all else becomes a hyphen.
  static func identifier(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "a"..."z", "A"..."Z", "0"..."9", "-": scalar
          default: "-"
          }
        }
      )
    )
  }

  // MARK: Runs

  static func inline(_ runs: [PaperRun], words: HTMLWords) -> String {
    runs.map { run(run: $0, words: words) }.joined()
  }

  private static func run(run: PaperRun, words: HTMLWords) -> String {
    if run.isBlank {
      let width = min(run.text.unicodeScalars.count, 40)
      return "<span class=\"blank\" style=\"width:\(width / 4 + 1)em\">"
        + "<span class=\"heard\">\(escaped(words.blank))</span></span>"
    }
    var text = words.language == .en ? thaiMarked(run.text) : lines(run.text)
    if run.isCode { text = "<code>\(text)</code>" }
    if run.isBold { text = "<strong>\(text)</strong>" }
    // Blanks at the edges would be lost inside a box of its own.
    guard run.tone != .plain || run.size != nil else { return text }
    let size = run.size.map { " style=\"\(self.size($0))\"" } ?? ""
    let tone = run.tone == .plain ? "" : " class=\"ink-\(run.tone.rawValue)\""
    return "<span\(tone)\(size)>\(text)</span>"
  }

  /// A size in points as a rule: 16 points are the size of the text, whatever that is on the screen.
  static func size(_ points: Int) -> String {
    "font-size:calc(var(--text)*\(min(max(points, 6), 72))/16)"
  }

  /// English text, Thai names in it marked as such for those who hear it.
  private static func thaiMarked(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isThai) else { return lines(text) }
    var result = ""
    var part = String.UnicodeScalarView()
    // What stands between two Thai letters and is no Latin letter belongs to them.
    var between = String.UnicodeScalarView()
    var isInside = false
    func end() {
      let written = lines(String(part))
      result += isInside ? "<span lang=\"th\">\(written)</span>" : written
      part = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if isThai(scalar) {
        if !isInside {
          part.append(contentsOf: between)
          end()
          isInside = true
        } else {
          part.append(contentsOf: between)
        }
        between = String.UnicodeScalarView()
        part.append(scalar)
      } else if isInside, scalar.properties.isAlphabetic || scalar == "“" || scalar == "”" {
        end()
        isInside = false
        part.append(contentsOf: between)
        between = String.UnicodeScalarView()
        part.append(scalar)
      } else if isInside {
        between.append(scalar)
      } else {
        part.append(scalar)
      }
    }
    end()
    return result + lines(String(between))
  }

  private static func isThai(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E00...0x0E7F).contains(scalar.value)
  }

  /// Paragraphs of a cell or a note; one alone needs no element of its own.
  static func paragraphs(_ paragraphs: [PaperParagraph], words: HTMLWords) -> String {
    if paragraphs.count == 1 { return inline(paragraphs[0].runs, words: words) }
    return paragraphs.map { "<p>\(inline($0.runs, words: words))</p>" }.joined()
  }
}
