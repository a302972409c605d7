public import Catalogues
import Diagnostics
public import DocumentArena
public import Submissions

/// Reads `Rules/parameters.yaml`: values that several rules take by name.
public enum ParameterLoader {
  /// Reads the shared parameters in the order of the file.
  public static func load(
    _ document: Document,
    kinds: KindSet,
    catalogues: CatalogueSet
  ) -> Loaded<[ParameterDeclaration]> {
    let decoder = FileDecoder(document, .configuration)
    var parameters: [ParameterDeclaration] = []
    if let mapping = MappingReader(document.root, decoder, keys: ConfigurationKeys.parameters) {
      decoder.checkVersion(mapping)
      let reader = ParameterReader(decoder: decoder, kinds: kinds, catalogues: catalogues)
      if let list = mapping.required("shared_params"), let entries = MappingReader(list, decoder) {
        for (name, child) in entries.entries {
          decoder.checkName(name, .identifier, at: decoder.key(child))
          if let parameter = reader.read(child, name: name) { parameters.append(parameter) }
        }
      }
    }
    return Loaded(parameters, decoder.diagnostics)
  }
}

/// The codes of office, parameter, waiver and profile files, with what to say about each.
public enum ConfigurationCodes {
  /// All codes in order.
  public static let explanations: [CodeExplanation] = CodeExplanation.shape(.configuration)
}
