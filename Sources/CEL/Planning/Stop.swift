/// Why a typed closure gives no value: the two outcomes that are not values.
///
/// Indirect, so that the error register carries one reference.
indirect enum Stop: Error {
  /// Data that is needed and missing.
  case unknown(UnknownSet)
  /// The expression could not be computed.
  case error(EvaluationError)

  /// The outcome of a strict operation of which both arguments stop: unknowns merge and win over
  /// errors, of two errors the first stays.
  func merging(_ other: Stop) -> Stop {
    switch (self, other) {
    case (.unknown(let a), .unknown(let b)): .unknown(a.merging(b))
    case (.unknown, .error): self
    case (.error, .unknown): other
    case (.error, .error): self
    }
  }

  /// Whether something is missing that the documents do not have, and nothing that cannot be read.
  var isAbsence: Bool {
    guard case .unknown(let set) = self else { return false }
    return !set.missing.isEmpty && set.missing.allSatisfy { !$0.steps.isEmpty }
  }

  /// The stop as a value.
  var value: Value {
    switch self {
    case .unknown(let set): Value(.unknown(set))
    case .error(let error): Value(.error(error))
    }
  }

  /// The same stop, an error placed at a node when it has no place yet.
  func placed(at id: ExpressionID) -> Stop {
    guard case .error(let error) = self, error.at.rawValue == 0 else { return self }
    return .error(error.placed(at: id))
  }
}

extension Optional where Wrapped == Stop {
  /// Merges one more stop into those met so far.
  mutating func merge(_ stop: Stop) {
    self = self?.merging(stop) ?? stop
  }
}

extension Value {
  /// The value, or a throw when it is unknown or an error.
  func settled() throws(Stop) -> Value {
    switch payload {
    case .unknown(let set): throw .unknown(set)
    case .error(let error): throw .error(error)
    default: return self
    }
  }
}
