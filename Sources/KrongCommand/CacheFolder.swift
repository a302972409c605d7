/// The folder in which it is remembered which rules were found sound.
///
/// `KRONG_CACHE_DIR`, else `krong` in `XDG_CACHE_HOME`, else `.cache/krong` in the home folder
/// (https://specifications.freedesktop.org/basedir-spec/latest/); none when all of them are unset.
enum CacheFolder {
  static func find() -> String? {
    if let folder = path("KRONG_CACHE_DIR") { return folder }
    if let caches = path("XDG_CACHE_HOME") { return "\(caches)/krong" }
    return path("HOME").map { "\($0)/.cache/krong" }
  }

  /// The value of a variable that names an absolute path; others are ignored, as the specification asks.
  private static func path(_ name: String) -> String? {
    let value = Console.variable(name)
    return value?.utf8.first == UInt8(ascii: "/") ? value : nil
  }
}
