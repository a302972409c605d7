import Krong

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the folder of rules when none is named.
///
/// First `Rules` in the current folder, then, so that an installed program works from anywhere,
/// `Rules` beside the program and `share/krong/Rules` beside its `bin` folder.
enum RulesFolder {
  static func find(_ named: String?) throws(DiagnosticError) -> String {
    if let named { return named }
    var candidates = ["Rules"]
    if let program = programFolder() {
      candidates += ["\(program)/Rules", "\(program)/../share/krong/Rules"]
    }
    if let found = candidates.first(where: Workspace.isRulesFolder) { return found }
    throw DiagnosticError([
      Diagnostic(
        .rulesNotFound,
        .error,
        LocalizedText(
          th: "ไม่พบโฟลเดอร์ชุดเกณฑ์ตรวจในโฟลเดอร์นี้และข้างตัวโปรแกรม",
          en: "there is no folder of rules here or beside the program"
        ),
        at: Diagnostic.Place(file: "Rules", position: nil),
        help: LocalizedText(
          th: "ระบุด้วย --rules โฟลเดอร์",
          en: "name it with --rules FOLDER"
        )
      )
    ])
  }

  /// The folder in which the program lies; nil where the system does not tell.
  private static func programFolder() -> String? {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return nil }
    defer { unsafe free(path) }
    let text = unsafe String(cString: path)
    guard let slash = text.lastIndex(of: "/") else { return nil }
    return String(text[..<slash])
  }
}
