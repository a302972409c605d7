/// The version of the engine, as reports and `krong --version` give it.
public enum KrongVersion {
  /// The version, by Semantic Versioning.
  public static let text = "0.1.0"
}
