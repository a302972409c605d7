internal import Synchronization

/// A value that is made when it is first asked for: once, whoever asks, and from any thread.
///
/// What makes it must not ask for the value itself.
package final class OnDemand<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case waiting(@Sendable () -> Value)
    case ready(Value)
  }

  private let state: Mutex<State>

  /// Notes how the value is made.
  package init(_ make: @escaping @Sendable () -> Value) {
    state = Mutex(.waiting(make))
  }

  /// The value.
  package var value: Value {
    state.withLock { state in
      switch state {
      case .ready(let value): return value
      case .waiting(let make):
        let value = make()
        state = .ready(value)
        return value
      }
    }
  }
}
