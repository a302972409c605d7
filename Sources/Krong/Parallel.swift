internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Does pieces of work on several processors at once.
///
/// With plain threads of the system, made when there is enough to do: another runtime would have to be
/// started in every run, also in those that check one small submission.
enum Parallel {
  /// The processors of the machine.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The results of `body` for the numbers below `count`, in the order of the numbers, whoever made
  /// them.
  static func map<Result: Sendable>(
    _ count: Int,
    threads: Int,
    _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let results = Results<Result>(count)
    let work = Work(count) { results.put(body($0), at: $0) }
    let helpers = (1..<min(threads, count)).compactMap { _ in Helper(work) }
    work.run()
    for helper in helpers { helper.wait() }
    return results.inOrder
  }
}

/// Numbers that threads take one after the other.
private final class Work: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let body: @Sendable (Int) -> Void

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  func run() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      body(number)
    }
  }
}

/// Results as they come in.
private final class Results<Result: Sendable>: Sendable {
  private let made: Mutex<[Result?]>

  init(_ count: Int) { made = Mutex(Array(repeating: nil, count: count)) }

  func put(_ result: Result, at number: Int) { made.withLock { $0[number] = result } }

  var inOrder: [Result] { made.withLock { $0.compactMap { $0 } } }
}

/// A thread that helps with some work.
@safe
private struct Helper {
  #if canImport(Glibc)
  private var thread = pthread_t()
  #else
  private var thread: pthread_t?
  #endif

  /// Starts a thread; nil when the system has none to give, and then the others do the work.
  init?(_ work: Work) {
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
    defer { unsafe _ = pthread_attr_destroy(&attributes) }
    // As much as the first thread usually has; expressions and documents may be nested deeply.
    unsafe _ = pthread_attr_setstacksize(&attributes, 8 << 20)
    // The thread takes the reference over; where there is none it is given back here.
    let kept = unsafe Unmanaged.passRetained(work)
    let code = unsafe pthread_create(&thread, &attributes, Self.main, kept.toOpaque())
    guard code == 0 else {
      unsafe kept.release()
      return nil
    }
  }

  #if canImport(Darwin)
  private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    unsafe Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run()
    return nil
  }
  #else
  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let work = unsafe $0 else { return nil }
    unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
    return nil
  }
  #endif

  /// Waits until the thread has nothing left to do.
  func wait() {
    #if canImport(Glibc)
    _ = pthread_join(thread, nil)
    #else
    if let thread = unsafe thread { unsafe _ = pthread_join(thread, nil) }
    #endif
  }
}
