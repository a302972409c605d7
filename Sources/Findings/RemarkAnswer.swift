/// A remark or comment on a submission, with what was done about it.
public struct RemarkAnswer: Hashable, Sendable {
  /// Where it comes from.
  public enum Source: String, Sendable, CaseIterable {
    /// A remark of the earlier resolution.
    case resolution
    /// A comment of a body that looked at the submission.
    case comment
  }

  /// Where it comes from.
  public let source: Source
  /// Its id.
  public let id: String?
  /// Of a comment, the body.
  public let from: String?
  /// What it says; nil when it is answered but nowhere written down.
  public let text: String?
  /// What was changed, or what was answered.
  public let change: String?
  /// The page or heading that was changed.
  public let location: String?
  /// Of a comment, how it stands.
  public let status: String?

  /// Makes an answer.
  public init(
    source: Source,
    id: String?,
    from: String?,
    text: String?,
    change: String?,
    location: String?,
    status: String?
  ) {
    self.source = source
    self.id = id
    self.from = from
    self.text = text
    self.change = change
    self.location = location
    self.status = status
  }

  /// Whether it is written down, and not only answered.
  public var isStated: Bool { source == .comment || text != nil }

  /// Remarks with the responses that name them; responses that name none of them come last.
  ///
  /// - Parameters:
  ///   - remarks: The ids of the remarks and what they say, in their order.
  ///   - responses: The responses, with the ids that they name.
  /// - Returns: An answer for each remark, of several responses what all of them say.
  package static func answers(
    to remarks: [(id: String?, text: String?)],
    _ responses: [RemarkAnswer]
  ) -> [RemarkAnswer] {
    var others = responses
    var answers: [RemarkAnswer] = []
    for (id, text) in remarks {
      let own = others.filter { $0.names(id) }
      others.removeAll { $0.names(id) }
      answers.append(
        RemarkAnswer(
          source: .resolution,
          id: id,
          from: nil,
          text: text,
          change: joined(own.compactMap(\.change)),
          location: joined(own.compactMap(\.location)),
          status: own.first?.status
        )
      )
    }
    return answers + others
  }

  private func names(_ remark: String?) -> Bool {
    guard let remark, let id else { return false }
    return id.utf8.elementsEqual(remark.utf8)
  }

  private static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// Whether something is said about what was done, and of a resolution also where.
  public var isAnswered: Bool {
    change != nil && (source == .comment || location != nil)
  }
}

/// The line around a place as a report shows it.
public struct SavedExcerpt: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Blanks and carets.
  public let carets: String

  /// Makes an excerpt.
  public init(text: String, carets: String) {
    self.text = text
    self.carets = carets
  }
}
