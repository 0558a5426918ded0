/// Blocks as HTML for mail readers: styles inline, nothing fetched, everything that is not ours escaped.
///
/// No colour of text or ground is set, so that a dark theme keeps its own; lines are of a grey that both show.
enum HTMLRenderer {
    private static let grey = "#888888"

    /// The document; `language` is the language tag of the whole.
    static func render(_ blocks: [Block], language: String) -> String {
        "<!DOCTYPE html><html lang=\"\(escaped(language))\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"color-scheme\" content=\"light dark\"></head>"
            + "<body style=\"font-family:sans-serif;line-height:1.5;max-width:48em\">"
            + blocks.map(html).joined() + "</body></html>"
    }

    /// `text` with the characters that mean something to HTML written as references.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .lead(let text): "<p style=\"font-size:1.15em\"><strong>\(escaped(text))</strong></p>"
        case .heading(let text):
            "<h3 style=\"margin:1.2em 0 0.3em;padding-left:8px;border-left:4px solid \(grey)\">\(escaped(text))</h3>"
        case .paragraph(let text): "<p>\(escaped(text))</p>"
        case .facts(let facts):
            "<p>" + facts.map { escaped($0.name + $0.value) }.joined(separator: "<br>") + "</p>"
        case .list(let items): "<ul>" + items.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>"
        case .table(let content): table(content)
        case .rule: "<hr style=\"border:0;border-top:1px solid \(grey)\">"
        }
    }

    /// Borders by attributes: a style on each cell would take the room of half the findings.
    private static func table(_ table: CellTable) -> String {
        "<table border=\"1\" cellpadding=\"5\" style=\"border-collapse:collapse;text-align:left\"><tr>"
            + table.heads.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>"
            + table.rows.map { "<tr>" + $0.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>" }.joined()
            + "</table>"
    }
}
