package import Diagnostics
package import DocumentArena

/// A text in two languages whose placeholders are known.
package struct LocalizedTemplate: Sendable {
  /// The two forms as written.
  package let text: LocalizedText
  /// The Thai form.
  package let thai: TextTemplate
  /// The English form.
  package let english: TextTemplate
  /// The node of the Thai form.
  package let thaiNode: NodeID
  /// The node of the English form.
  package let englishNode: NodeID
}

extension FileDecoder {
  /// A text with placeholders in Thai and English, the same placeholders in both.
  ///
  /// Of a file that was found sound before only the text is read.
  package func template(_ node: NodeID) -> LocalizedTemplate? {
    guard let text = localized(node), let thaiNode = document.child(of: node, "th"),
      let englishNode = document.child(of: node, "en")
    else { return nil }
    guard !isSound else {
      return LocalizedTemplate(
        text: text,
        thai: .unread,
        english: .unread,
        thaiNode: thaiNode,
        englishNode: englishNode
      )
    }
    let thai = TextTemplate.read(document.bytes(of: thaiNode))
    let english = TextTemplate.read(document.bytes(of: englishNode))
    for problem in thai.problems { report(problem, thaiNode) }
    for problem in english.problems { report(problem, englishNode) }
    if thai.problems.isEmpty, english.problems.isEmpty,
      !tellSlip(thai.template, thaiNode, english.template, englishNode)
    {
      compare(thai.template, thaiNode, with: english.template, englishNode, isThai: true)
      compare(english.template, englishNode, with: thai.template, thaiNode, isThai: false)
    }
    return LocalizedTemplate(
      text: text,
      thai: thai.template,
      english: english.template,
      thaiNode: thaiNode,
      englishNode: englishNode
    )
  }

  /// Tells one placeholder that is written differently in the two languages as the one mistake that it is.
  private func tellSlip(
    _ thai: TextTemplate,
    _ thaiNode: NodeID,
    _ english: TextTemplate,
    _ englishNode: NodeID
  ) -> Bool {
    let inThai = thai.placeholders.filter { !english.uses($0.name) }
    let inEnglish = english.placeholders.filter { !thai.uses($0.name) }
    guard let first = inThai.first, inThai.allSatisfy({ $0.name == first.name }),
      let second = inEnglish.first, inEnglish.allSatisfy({ $0.name == second.name }),
      Suggestion.nearest(to: first.name, among: [second.name]) != nil
    else { return false }
    report(
      .placeholdersDiffer,
      LocalizedText(
        th: "{\(first.name)} ในข้อความภาษาไทยเป็น {\(second.name)} ในภาษาอังกฤษ",
        en: "{\(first.name)} in the Thai text is {\(second.name)} in the English text"
      ),
      at: inside(thaiNode, offset: first.offset, length: first.length),
      notes: [
        Diagnostic.Note(
          LocalizedText(th: "ข้อความภาษาอังกฤษอยู่ที่นี่", en: "the English text is here"),
          at: inside(englishNode, offset: second.offset, length: second.length)
        )
      ],
      help: LocalizedText(
        th: "ใช้ช่องแทนค่าชุดเดียวกันทั้งสองภาษา",
        en: "use the same placeholders in both languages"
      )
    )
    return true
  }

  /// Tells the placeholders of one form that the other lacks.
  private func compare(
    _ form: TextTemplate,
    _ node: NodeID,
    with other: TextTemplate,
    _ otherNode: NodeID,
    isThai: Bool
  ) {
    var told: [String] = []
    for part in form.parts {
      guard case .placeholder(let placeholder) = part, !other.uses(placeholder.name),
        !told.contains(placeholder.name)
      else { continue }
      told.append(placeholder.name)
      let name = "{\(placeholder.name)}"
      report(
        .placeholdersDiffer,
        LocalizedText(
          th: "\(name) มีเฉพาะในข้อความภาษา\(isThai ? "ไทย" : "อังกฤษ")",
          en: "\(name) stands only in the \(isThai ? "Thai" : "English") text"
        ),
        at: inside(node, offset: placeholder.offset, length: placeholder.length),
        notes: [
          Diagnostic.Note(
            LocalizedText(
              th: "ข้อความภาษา\(isThai ? "อังกฤษ" : "ไทย")อยู่ที่นี่",
              en: "the \(isThai ? "English" : "Thai") text is here"
            ),
            at: value(otherNode)
          )
        ],
        help: LocalizedText(
          th: "ใช้ช่องแทนค่าชุดเดียวกันทั้งสองภาษา",
          en: "use the same placeholders in both languages"
        )
      )
    }
  }

  private func report(_ problem: TextTemplate.Problem, _ node: NodeID) {
    let message: LocalizedText
    switch problem.kind {
    case .unclosed:
      message = LocalizedText(
        th: "วงเล็บปีกกา { นี้ไม่มี } ปิด",
        en: "this brace { is not closed"
      )
    case .unopened:
      message = LocalizedText(
        th: "วงเล็บปีกกา } นี้ไม่มี { เปิด",
        en: "this brace } closes nothing"
      )
    case .malformed(let content):
      let name = DecodingWords.quoted("{\(content)}")
      message = LocalizedText(
        th: "\(name) ไม่ใช่ช่องแทนค่า",
        en: "\(name) is no placeholder"
      )
    }
    report(
      .malformedPlaceholder,
      message,
      at: inside(node, offset: problem.offset, length: problem.length),
      help: LocalizedText(
        th:
          "ในวงเล็บปีกกาใช้ชื่อหรือทางเดินของช่อง เช่น {project.name} ถ้าต้องการวงเล็บปีกกาเอง ให้เขียน {{ และ }}",
        en: "braces hold a name or a path such as {project.name}; for a brace itself write {{ or }}"
      )
    )
  }
}

extension TextTemplate {
  /// Whether a placeholder of a name occurs.
  package func uses(_ name: String) -> Bool {
    parts.contains { part in
      if case .placeholder(let placeholder) = part { placeholder.name == name } else { false }
    }
  }
}
