import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Work that is shared among a few threads; each takes the next piece that nobody has taken.
enum Workers {
  /// The work and how far it has come.
  private final class Job: Sendable {
    let count: Int
    let work: @Sendable (Int) -> Void
    let next = Atomic<Int>(0)

    init(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.work = work
    }

    func run() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        work(index)
      }
    }
  }

  /// Does `work` for the numbers from 0 up, on this thread and `jobs` − 1 others, and waits for its end.
  static func run(_ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let job = Job(count, work)
    var threads: [pthread_t] = []
    for _ in 1..<max(2, min(jobs, count) + 1) where jobs > 1 && threads.count < jobs - 1 {
      if let thread = start(job) { threads.append(thread) }
    }
    job.run()
    for thread in threads { _ = pthread_join(thread, nil) }
  }

  /// A thread with a stack as deep as that of the main one; nil when the system has none to give.
  private static func start(_ job: Job) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
    defer { unsafe _ = pthread_attr_destroy(&attributes) }
    unsafe _ = pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = unsafe Unmanaged.passRetained(job)
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread,
      &attributes,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        unsafe Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      },
      box.toOpaque()
    )
    guard status == 0 else {
      unsafe box.release()
      return nil
    }
    return thread
  }
}
