package import Diagnostics
package import PlanValues

/// What the command tells the server beside the bytes of the client.
package struct ServerOptions: Sendable {
  /// The language of messages when the client names none.
  package var language: Language
  /// The folder of rules, when one is named; else that around a document is taken.
  package var rulesFolder: String?
  /// The folder of rules for documents that have none around them.
  package var otherRulesFolder: String?
  /// The day as of which submissions are judged.
  package var today: CalendarDate
  /// The version of the program.
  package var version: String
  /// Where pages that explain codes are kept, for links from diagnostics; nil for no links.
  package var pages: (@Sendable (_ code: String, _ language: Language) -> String?)?

  /// Makes options.
  package init(
    language: Language,
    rulesFolder: String? = nil,
    otherRulesFolder: String? = nil,
    today: CalendarDate,
    version: String,
    pages: (@Sendable (_ code: String, _ language: Language) -> String?)? = nil
  ) {
    self.language = language
    self.rulesFolder = rulesFolder
    self.otherRulesFolder = otherRulesFolder
    self.today = today
    self.version = version
    self.pages = pages
  }
}
