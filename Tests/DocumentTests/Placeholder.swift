import Testing

@Suite struct DocumentPlaceholder {}
