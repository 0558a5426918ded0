/// Blocks as plain text that can be read without anything else.
enum TextRenderer {
    /// The line between two languages.
    static let rule = String(repeating: "-", count: 40)

    static func render(_ blocks: [Block]) -> String {
        blocks.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func text(_ block: Block) -> String {
        switch block {
        case .lead(let text), .paragraph(let text), .note(let text): text
        case .heading(let text): "## " + text
        case .facts(let facts): facts.map { $0.name + $0.value }.joined(separator: "\n")
        case .list(let items): items.map { "- " + $0 }.joined(separator: "\n")
        case .table(let table): table.items.map { "- " + $0.joined(separator: "\n  ") }.joined(separator: "\n")
        case .places(let lines, _): lines.map { "  " + $0 }.joined(separator: "\n")
        case .grid: ""
        case .rule: rule
        }
    }
}
