import CLimitedProcess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Poppler's programs, which read PDF files in a process of their own: a parser of files of strangers
/// must not run in ours.
struct PDFTools {
  /// The folders in which the programs are looked for.
  let folders: [String]
  let limits: AttachmentLimits

  /// What a program gave.
  enum Answer {
    case output(String, status: Int32)
    case trouble(AttachmentTrouble)
  }

  /// What `pdfinfo` says of a file, with what it complains of.
  func info(_ file: AttachedFile) -> Answer {
    run("pdfinfo", ["-"], file, takesErrors: true, capacity: 1 << 16)
  }

  /// The text of a file in the order in which it was written, which keeps Thai vowels and tone marks together.
  func text(_ file: AttachedFile) -> Answer {
    run(
      "pdftotext",
      ["-raw", "-enc", "UTF-8", "-", "-"],
      file,
      takesErrors: false,
      capacity: limits.textBytes
    )
  }

  private func run(
    _ name: String,
    _ arguments: [String],
    _ file: AttachedFile,
    takesErrors: Bool,
    capacity: Int
  ) -> Answer {
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { unsafe access($0, X_OK) == 0 }) else {
      return .trouble(.programMissing(name))
    }
    file.rewind()
    var written = 0
    var status: Int32 = 0
    var end = krong_process_not_started
    let bounds = krong_process_limits(
      memory: limits.memory,
      cpu_seconds: UInt32(clamping: limits.processorSeconds),
      milliseconds: UInt32(clamping: limits.milliseconds)
    )
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      end = unsafe krong_run_limited(
        path,
        words,
        file.descriptor,
        takesErrors ? 1 : 0,
        bounds,
        buffer.baseAddress,
        capacity,
        &written,
        &status
      )
      count = written
    }
    switch end {
    case krong_process_exited:
      return .output(String(decoding: output, as: UTF8.self), status: status)
    case krong_process_too_much_output: return .trouble(.tooMuchText)
    case krong_process_not_started: return .trouble(.programMissing(name))
    default: return .trouble(.tookTooLong(name))
    }
  }
}
