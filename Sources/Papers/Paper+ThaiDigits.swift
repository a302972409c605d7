import ThaiText

// Official letters write figures as ๐–๙. Codes, file names and words with Latin letters keep theirs: nobody
// would find J๐๒-CMP-๐๐๓ again.

extension Paper {
  /// The paper with Thai digits in its text, data for spreadsheets left as they are.
  public func withThaiDigits() -> Paper {
    var paper = self
    paper.hasThaiDigits = true
    paper.title = OfficialDigits.of(title)
    paper.subject = OfficialDigits.of(subject)
    for index in sections.indices {
      paper.sections[index].name = OfficialDigits.of(sections[index].name)
      paper.sections[index].blocks = sections[index].blocks.map(\.withThaiDigits)
    }
    return paper
  }
}

/// Figures of Thai text as Thai digits.
public enum OfficialDigits {
  /// The text; words with Latin letters as they stand.
  public static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return text }
    var result = ""
    var word = String.UnicodeScalarView()
    var hasLetters = false
    func end() {
      result += hasLetters ? String(word) : ThaiDigits.toThai(String(word))
      word = String.UnicodeScalarView()
      hasLetters = false
    }
    for scalar in text.unicodeScalars {
      // Thai letters end a word of Latin letters: ฉบับPDF2 is one of PDF2.
      if scalar.value <= 0x20 || scalar.value > 0x7F {
        end()
        result.unicodeScalars.append(scalar)
        continue
      }
      let letter = scalar.value | 0x20
      if (0x61...0x7A).contains(letter) { hasLetters = true }
      word.append(scalar)
    }
    end()
    return result
  }
}

extension Paper.Block {
  fileprivate var withThaiDigits: Paper.Block {
    switch self {
    case .paragraph(let paragraph): .paragraph(paragraph.withThaiDigits)
    case .table(let table): .table(table.withThaiDigits)
    case .fields(let fields): .fields(fields.withThaiDigits)
    case .list(let list): .list(list.withThaiDigits)
    case .note(let note): .note(PaperNote(note.tone, note.paragraphs.map(\.withThaiDigits)))
    case .chart(let chart): .chart(chart.withThaiDigits)
    case .lines(let lines):
      .lines(
        PaperLines(label: OfficialDigits.of(lines.label), author: lines.author, count: lines.count)
      )
    case .signature(let signature): .signature(signature.withThaiDigits)
    case .pageBreak: self
    }
  }
}

extension PaperSignature {
  fileprivate var withThaiDigits: PaperSignature {
    var signature = self
    signature.role = OfficialDigits.of(role)
    return signature
  }
}

extension PaperRun {
  fileprivate var withThaiDigits: PaperRun {
    guard !isCode, !isBlank else { return self }
    var run = self
    run.text = OfficialDigits.of(text)
    return run
  }
}

extension PaperParagraph {
  fileprivate var withThaiDigits: PaperParagraph {
    var paragraph = self
    paragraph.runs = runs.map(\.withThaiDigits)
    return paragraph
  }
}

extension PaperFields {
  fileprivate var withThaiDigits: PaperFields {
    var copy = self
    copy.fields = fields.map {
      Field(OfficialDigits.of($0.label), $0.value.map(\.withThaiDigits))
    }
    return copy
  }
}

extension PaperList {
  fileprivate var withThaiDigits: PaperList {
    var list = PaperList(style, items.map(\.withThaiDigits))
    list.hasThaiDigits = true
    return list
  }
}

extension PaperTable {
  fileprivate var withThaiDigits: PaperTable {
    var table = self
    table.caption = OfficialDigits.of(caption)
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        table.rows[row].cells[cell].paragraphs = rows[row].cells[cell].paragraphs
          .map(\.withThaiDigits)
      }
    }
    return table
  }
}

extension PaperChart {
  fileprivate var withThaiDigits: PaperChart {
    var chart = self
    chart.title = OfficialDigits.of(title)
    chart.summary = OfficialDigits.of(summary)
    chart.table = table.withThaiDigits
    switch shape {
    case .bars(var bars):
      for index in bars.indices { bars[index].text = OfficialDigits.of(bars[index].text) }
      chart.shape = .bars(bars)
    case .stacks(var stacks):
      for index in stacks.stacks.indices {
        stacks.stacks[index].text = OfficialDigits.of(stacks.stacks[index].text)
      }
      chart.shape = .stacks(stacks)
    case .matrix: break
    }
    return chart
  }
}
