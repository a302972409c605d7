internal import CHeap
internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Work that does not depend on each other, by several processors at once: in pieces, or one beside another.
///
/// What comes out does not depend on how many there are: the pieces stand in their order. Threads of
/// the system, without a pool: a check lives for some milliseconds, and starting a pool takes one of
/// them.
package enum InParallel {
  /// For small pieces more threads than this would wait for each other rather than help.
  private static let mostThreads = 4

  /// Deep trees are walked by recursion; a thread gets as much as the first one has.
  private static let stackSize = 8 << 20

  /// The processors of the machine.
  package static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Makes a value of each number below a count.
  ///
  /// - Parameters:
  ///   - count: How many values.
  ///   - least: For fewer than this no thread is started.
  ///   - threads: How many threads work, the calling one included; nil for as many as help with small
  ///     pieces.
  ///   - make: Makes a value; called once for each number, in any order, from any thread.
  /// - Returns: The values in the order of their numbers.
  package static func map<Value: Sendable>(
    _ count: Int,
    least: Int = 4,
    threads: Int? = nil,
    _ make: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let threads = min(threads ?? min(processors, mostThreads), count)
    guard threads > 1, count >= least else {
      // A loop, as below: `map` and `compactMap` of a type that is not known here look it up at run time.
      var values: [Value] = []
      values.reserveCapacity(count)
      for number in 0..<max(count, 0) { values.append(make(number)) }
      return values
    }
    let work = Work(count, make)
    let run = Run { work.goOn() }
    let helpers = (1..<threads).compactMap { _ in start(run) }
    work.goOn()
    for helper in helpers { _ = pthread_join(helper, nil) }
    return work.values
  }

  /// Starts to make a value beside what the caller goes on with.
  ///
  /// On a single processor, or where no thread can be had, it is made when it is asked for.
  package static func beside<Value: Sendable>(
    _ make: @escaping @Sendable () -> Value
  ) -> Beside<Value> {
    let value = OnDemand(make)
    let thread = processors > 1 ? start(Run { _ = value.value }) : nil
    return Beside(value, thread)
  }

  /// A value that is being made by another thread.
  package final class Beside<Value: Sendable>: Sendable {
    private let made: OnDemand<Value>
    private let thread: pthread_t?

    fileprivate init(_ made: OnDemand<Value>, _ thread: pthread_t?) {
      self.made = made
      self.thread = thread
    }

    /// The value; waits until it is made.
    package var value: Value { made.value }

    deinit {
      // No thread outlives what it was started for.
      if let thread { _ = pthread_join(thread, nil) }
    }
  }

  private static func start(_ run: Run) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
    defer { unsafe _ = pthread_attr_destroy(&attributes) }
    unsafe _ = pthread_attr_setstacksize(&attributes, stackSize)
    let argument = unsafe Unmanaged.passRetained(run).toOpaque()
    #if canImport(Darwin)
    var thread: pthread_t?
    let body: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { argument in
      krong_heap_prefer_large_pages_here()
      unsafe Unmanaged<Run>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }
    #else
    var thread = pthread_t()
    let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
      krong_heap_prefer_large_pages_here()
      if let argument = unsafe argument {
        unsafe Unmanaged<Run>.fromOpaque(argument).takeRetainedValue().body()
      }
      return nil
    }
    #endif
    guard unsafe pthread_create(&thread, &attributes, body, argument) == 0 else {
      unsafe Unmanaged<Run>.fromOpaque(argument).release()
      return nil
    }
    return thread
  }

  /// What a thread does, without the type of its values.
  private final class Run: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// The pieces; each thread takes the next one that nobody has.
  private final class Work<Value: Sendable>: Sendable {
    private let count: Int
    private let make: @Sendable (Int) -> Value
    private let next = Atomic(0)
    private let made: Mutex<[Value?]>

    init(_ count: Int, _ make: @escaping @Sendable (Int) -> Value) {
      self.count = count
      self.make = make
      made = Mutex(Array(repeating: nil, count: count))
    }

    func goOn() {
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let value = make(number)
        made.withLock { $0[number] = value }
      }
    }

    var values: [Value] {
      made.withLock { made in
        var values: [Value] = []
        values.reserveCapacity(count)
        for case let value? in made { values.append(value) }
        return values
      }
    }
  }
}
