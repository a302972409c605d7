import Catalogues
import Diagnostics
import DocumentArena
import DocumentReading
import RuleLint
import RuleModel

// Profiles, offices and waivers, for `krong lint`: a check reads only those that it is given.
extension WorkspaceLoader {
  /// The keys by which the files are told apart from rules.
  private static let marks = ["waivers", "profile", "office"]

  /// The rules and the settings among some files, each of which is looked at once.
  ///
  /// Case files are neither: they are looked at with the rules that they speak of. A submission is told to be
  /// one. Settings where a check looks for rules are left among the rules, which tells what they are.
  mutating func sorted(
    _ paths: [String],
    _ folder: RuleFolder
  ) -> (rules: [String], settings: [String]) {
    let read = Set(folder.rules + folder.optionalRules)
    var rules: [String] = []
    var settings: [String] = []
    for path in paths where !RuleFolder.standsBeside(path) {
      guard let document = known(path), document.kind(of: document.root) == .map else {
        rules.append(path)
        continue
      }
      func value(_ key: String) -> NodeID? { document.child(of: document.root, key) }
      if value("rule") == nil, !read.contains(path),
        Self.marks.contains(where: { value($0) != nil })
      {
        settings.append(path)
      } else if value("rule") == nil, value("krong") == nil, let kind = value("kind") {
        reportSubmission(FileDecoder(document, .rule).key(kind))
      } else {
        rules.append(path)
      }
    }
    return (rules, settings)
  }

  private mutating func reportSubmission(_ place: Diagnostic.Place) {
    bag.add(
      Diagnostic(
        .submissionAmongRules,
        .error,
        LocalizedText(
          th: "แฟ้มนี้เป็นเรื่องที่เสนอ (มี kind แต่ไม่มี krong และ rule) ไม่ใช่เกณฑ์ตรวจ",
          en: "this is a submission (it has a kind, but neither krong nor rule), not a rule"
        ),
        at: place,
        help: LocalizedText(th: "ตรวจเรื่องด้วย krong check", en: "check it with krong check")
      )
    )
  }

  /// Looks at files of settings; of a single file the rules of the folder are read to know their ids.
  mutating func checkConfiguration(
    _ paths: [String],
    _ folder: RuleFolder,
    in context: RuleContext
  ) {
    guard !paths.isEmpty else { return }
    let rules = options.rulePaths == nil ? self.rules.map(\.rule) : folderRules(folder, context)
    for path in paths {
      guard let document = document(path) else { continue }
      let root = document.root
      if document.child(of: root, "profile") != nil {
        guard let profile = take(ProfileLoader.load(document, in: context)) else { continue }
        bag.add(contentsOf: ProfileLoader.check(profile, against: rules, in: context))
        bag.add(contentsOf: RuleLint.diagnostics(of: profile, against: rules))
        checkExtension(of: profile, RuleFolder.stem(path), folder)
      } else if document.child(of: root, "office") != nil {
        guard let office = take(OfficeLoader.load(document, in: context)) else { continue }
        bag.add(
          contentsOf: OfficeLoader.check(office.settings, of: document, against: rules, in: context)
        )
      } else {
        let waivers = take(WaiverLoader.load(document)) ?? []
        for waiver in waivers {
          bag.add(contentsOf: WaiverLoader.check(waiver, against: rules))
        }
        if let lintDay { bag.add(contentsOf: RuleLint.diagnostics(of: waivers, on: lintDay)) }
      }
    }
  }

  /// Tells a profile that extends one that does not exist, or itself by way of others.
  private mutating func checkExtension(of profile: Profile, _ name: String, _ folder: RuleFolder) {
    var next = profile.extends
    var seen = [name]
    while let wanted = next {
      if seen.first == wanted {
        bag.add(ProfileProblem.circle(wanted, at: profile.extendsPlace))
        return
      }
      // A circle further on is told where it is.
      guard !seen.contains(wanted) else { return }
      guard let path = folder.profile(named: wanted) else {
        if seen.count == 1 {
          let known = folder.profileNames.filter { $0 != name }
          bag.add(ProfileProblem.unknown(wanted, at: profile.extendsPlace, known: known))
        }
        return
      }
      seen.append(wanted)
      guard let document = known(path),
        let node = document.child(of: document.root, "extends")
      else { return }
      next = document.text(of: node)
    }
  }

  /// The rules of the folder, whatever else is looked at; what is wrong with them is not told here.
  func folderRules(_ folder: RuleFolder, _ context: RuleContext) -> [Rule] {
    folder.rules.compactMap { path in
      if let known = rule(kept: path) { return known }
      guard let source = try? source(of: path) else { return nil }
      return RuleLoader.load(source, in: context, examples: .skipped).value
    }
  }
}
