/// Names with their values.
public struct PaperFields: Hashable, Sendable {
  /// One of them.
  public struct Field: Hashable, Sendable {
    /// The name.
    public var label: String
    /// The value; a dotted line where a person fills it in.
    public var value: [PaperRun]

    /// Makes a field.
    public init(_ label: String, _ value: [PaperRun]) {
      self.label = label
      self.value = value
    }

    /// Makes a field with a plain value.
    public init(_ label: String, _ value: String, isCode: Bool = false) {
      self.init(label, [PaperRun(value, isCode: isCode)])
    }
  }

  /// The fields in order.
  public var fields: [Field]
  /// The size of the names in points; nil for that of the text.
  public var labelSize: Int?

  /// Makes fields.
  public init(_ fields: [Field], labelSize: Int? = nil) {
    self.fields = fields
    self.labelSize = labelSize
  }
}

/// Points that follow each other.
public struct PaperList: Hashable, Sendable {
  /// What stands before each.
  public enum Style: String, Sendable {
    /// A dot.
    case points
    /// A number from 1.
    case numbers
    /// A box to tick.
    case choices
  }

  /// What stands before each.
  public var style: Style
  /// The points.
  public var items: [PaperParagraph]
  /// Whether its numbers are written ๐–๙.
  public var hasThaiDigits = false

  /// Makes a list.
  public init(_ style: Style, _ items: [PaperParagraph]) {
    self.style = style
    self.items = items
  }

  /// What stands before a point, from 0.
  public func sign(_ index: Int) -> String {
    switch style {
    case .points: "•"
    case .numbers: hasThaiDigits ? OfficialDigits.of("\(index + 1).") : "\(index + 1)."
    case .choices: "☐"
    }
  }
}

/// Something that the reader must bear in mind.
public struct PaperNote: Hashable, Sendable {
  /// How it is meant.
  public var tone: PaperTone
  /// The text.
  public var paragraphs: [PaperParagraph]

  /// Makes a note.
  public init(_ tone: PaperTone, _ paragraphs: [PaperParagraph]) {
    self.tone = tone
    self.paragraphs = paragraphs
  }

  /// Makes a note of one plain sentence.
  public init(_ tone: PaperTone, _ text: String) {
    self.init(tone, [PaperParagraph(text)])
  }
}

/// Empty lines for what only a person may write.
public struct PaperLines: Hashable, Sendable {
  /// What belongs there.
  public var label: String
  /// Who writes it.
  public var author: String
  /// How many lines.
  public var count: Int

  /// Makes lines.
  public init(label: String, author: String, count: Int) {
    self.label = label
    self.author = author
    self.count = count
  }
}

/// A place for a signature; name and day are left open.
public struct PaperSignature: Hashable, Sendable {
  /// As what the person signs: ผู้วิเคราะห์, ศึกษาธิการจังหวัด.
  public var role: String
  /// The words before the line: ลงชื่อ.
  public var verb: String
  /// The word before the position; empty where the role is the position.
  public var position: String
  /// The word before the day; empty where none is asked for.
  public var date: String

  /// Makes a place for a signature.
  public init(role: String, verb: String, position: String, date: String) {
    self.role = role
    self.verb = verb
    self.position = position
    self.date = date
  }

  /// Its lines, in the middle of the right half of the page.
  public var lines: [[PaperRun]] {
    // A long role, such as that of the head of an office, takes the line on which others write theirs.
    let isLong = role.unicodeScalars.count > 12
    var lines: [[PaperRun]] = [
      [PaperRun("\(verb) "), .blank(36)] + (isLong ? [] : [PaperRun(" \(role)")]),
      [PaperRun("("), .blank(40), PaperRun(")")],
    ]
    if isLong { lines.append([PaperRun(role)]) }
    if !position.isEmpty { lines.append([PaperRun("\(position) "), .blank(34)]) }
    if !date.isEmpty { lines.append([PaperRun("\(date) "), .blank(34)]) }
    return lines
  }
}
