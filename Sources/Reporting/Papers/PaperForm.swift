// Forms are the papers that screeners need (requirements, section F). A form is one value: what it is
// called, which question it answers, what it leaves to people, and how it is made of a report. A new one is
// a file in Forms and a line in ``PaperForm/all``; renderers know none of them.

public import Diagnostics
import Findings
import Papers

/// A form of paper.
public struct PaperForm: Sendable {
  /// How a form is made.
  enum Making: Sendable {
    /// For each submission; of several, one after the other behind a table of all.
    case each(@Sendable (SubmissionPaper) -> [Paper.Section])
    /// For all submissions together.
    case together(@Sendable (PaperContext) -> [Paper.Section])
  }

  /// What a report must have for the form to say anything.
  enum Need: Sendable {
    /// The alignment table.
    case alignment
    /// What became of the findings of an earlier report.
    case comparison
    /// What the submissions themselves say.
    case records
  }

  /// The name on the command line.
  public let id: String

  /// The number in the manual's list of outputs, such as `F1`; nil for a form of ours.
  public let number: String?

  /// The heading.
  public let title: LocalizedText

  /// The question that it answers.
  public let question: LocalizedText

  /// What is left open for people to write; nil where nothing is.
  public let leftOpen: LocalizedText?

  /// The languages in which it is made; official letters exist in Thai only.
  public let languages: [Language]

  /// Whether it is an official paper, with Thai digits and formal layout.
  public let isOfficial: Bool

  /// For which submissions it is made, in words; nil for all.
  public var usage: LocalizedText? { scope.usage }

  let scope: PaperScope
  let needs: [Need]
  let making: Making

  init(
    id: String,
    number: String?,
    title: LocalizedText,
    question: LocalizedText,
    leftOpen: LocalizedText? = nil,
    languages: [Language] = Language.allCases,
    isOfficial: Bool = false,
    scope: PaperScope = .all,
    needs: [Need] = [],
    making: Making
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.question = question
    self.leftOpen = leftOpen
    self.languages = languages
    self.isOfficial = isOfficial
    self.scope = scope
    self.needs = needs
    self.making = making
  }

  /// All forms, in the order of their numbers.
  public static let all: [PaperForm] = [
    .fullReport, .findingList, .alignmentTable, .completenessChecklist, .opinionSubcommittee, .memo,
    .revisionList, .opinionCouncil, .resolutionNotice, .roundComparison, .quarterlyLedger,
    .publicationLedger, .accelerationProposal,
  ]

  /// The form of an id or of a number.
  ///
  /// - Throws: That there is none, with the nearest one.
  public static func named(_ name: String) throws(DiagnosticError) -> PaperForm {
    if let form = PaperForm(named: name) { return form }
    throw DiagnosticError([
      Diagnostic(
        .unknownPaper,
        .error,
        LocalizedText(
          th: "ไม่มีแบบเอกสาร “\(name)” (ดูรายการด้วย krong list papers)",
          en: "there is no paper “\(name)” (krong list papers lists them)"
        ),
        at: Diagnostic.Place(file: "--paper", position: nil),
        help: .didYouMean(nearestTo: name, among: all.map(\.id))
      )
    ])
  }

  /// The form of an id or of a number, in capital or small letters.
  public init?(named name: String) {
    let wanted = name.lowercased()
    let found = Self.all.first { form in
      form.id.utf8.elementsEqual(wanted.utf8)
        || (form.number?.lowercased()).map { $0.utf8.elementsEqual(wanted.utf8) } ?? false
    }
    guard let found else { return nil }
    self = found
  }
}
