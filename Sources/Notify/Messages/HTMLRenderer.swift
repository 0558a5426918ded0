/// Blocks as HTML for mail readers: styles inline, nothing fetched, everything that is not ours escaped.
///
/// Text keeps the reader's own colours, so that a dark theme stays one; where a ground is coloured the text on it is
/// coloured too. Lines are of a grey that both show.
package enum HTMLRenderer {
    /// How a piece is made to look.
    enum Look: Sendable {
        /// By styles of its own: mail readers know no others.
        case inline
        /// By a class, for a style sheet.
        case classes
    }

    /// What a piece is, in so far as that is seen.
    private enum Role: String {
        case lead, heading, note, wrong, possible, involved, gap, grid, caption, legend

        var style: String {
            switch self {
            case .lead: "font-size:1.15em"
            case .heading: "margin:1.2em 0 0.3em;padding-left:8px;border-left:4px solid \(grey)"
            case .note: "font-size:0.85em;color:\(grey)"
            case .wrong: "background:#b71c1c;color:#ffffff;font-weight:bold"
            // Not as certain as wrong, and told from it without colours too.
            case .possible: "background:#ffebee;color:#8e0000;border:2px dashed #b71c1c"
            case .involved: "background:#ffe08a;color:#222222"
            case .gap: "color:\(grey)"
            case .grid: "border-collapse:collapse;text-align:left"
            case .caption: "text-align:left"
            case .legend: "font-size:0.85em"
            }
        }

        func attribute(_ look: Look) -> String {
            switch look {
            case .inline: " style=\"\(style)\""
            case .classes: " class=\"\(rawValue)\""
            }
        }
    }

    private static let grey = "#888888"

    /// The document; `language` is the language tag of the whole.
    static func render(_ blocks: [Block], language: String) -> String {
        document(blocks.map { html($0) }.joined(), language: language)
    }

    /// The document around `content`, which is HTML.
    static func document(_ content: String, language: String) -> String {
        "<!DOCTYPE html><html lang=\"\(escaped(language))\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"color-scheme\" content=\"light dark\"></head>"
            + "<body style=\"font-family:sans-serif;line-height:1.5;max-width:52em\">" + content + "</body></html>"
    }

    /// `text` with the characters that mean something to HTML written as references.
    package static func escaped(_ text: String) -> String {
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

    /// Plain words with their line breaks.
    static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
            .joined(separator: "<br>")
    }

    static func html(_ block: Block, look: Look = .inline) -> String {
        switch block {
        case .lead(let text): "<p\(Role.lead.attribute(look))><strong>\(escaped(text))</strong></p>"
        case .heading(let text): "<h3\(Role.heading.attribute(look))>\(escaped(text))</h3>"
        case .paragraph(let text): "<p>\(escaped(text))</p>"
        case .note(let text): "<p\(Role.note.attribute(look))>\(escaped(text))</p>"
        case .facts(let facts):
            "<p>" + facts.map { escaped($0.name + $0.value) }.joined(separator: "<br>") + "</p>"
        case .list(let items): list(items)
        case .table(let content): table(content, look)
        case .places(let lines, let isInGrid): isInGrid || lines.isEmpty ? "" : list(lines)
        case .grid(let content): table(content, look)
        case .rule: "<hr style=\"border:0;border-top:1px solid \(grey)\">"
        }
    }

    private static func list(_ items: [String]) -> String {
        "<ul>" + items.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>"
    }

    /// Borders by attributes: a style on each cell would take the room of half the findings.
    private static func tableStart(_ look: Look) -> String {
        "<table" + (look == .inline ? " border=\"1\" cellpadding=\"4\"" : "") + Role.grid.attribute(look) + ">"
    }

    private static func table(_ table: CellTable, _ look: Look) -> String {
        tableStart(look) + "<tr>" + table.heads.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>"
            + table.rows.map { "<tr>" + $0.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>" }.joined()
            + "</table>"
    }

    private static func table(_ grid: ReportGrid, _ look: Look) -> String {
        let legend = grid.legend.isEmpty ? "" : "<p\(Role.legend.attribute(look))>\(escaped(grid.legend))</p>"
        return tableStart(look) + "<caption\(Role.caption.attribute(look))>\(escaped(grid.title))</caption>"
            + "<tr><th></th>" + grid.heads.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>"
            + grid.rows.map { row($0, columns: grid.heads.count + 1, look) }.joined() + "</table>" + legend
    }

    private static func row(_ row: ReportGrid.Row, columns: Int, _ look: Look) -> String {
        switch row {
        case .gap(let words):
            "<tr><td colspan=\"\(columns)\"\(Role.gap.attribute(look))>\(escaped(words))</td></tr>"
        case .cells(let label, let cells):
            "<tr><td>\(escaped(label))</td>" + cells.map { cell($0, look) }.joined() + "</tr>"
        }
    }

    private static func cell(_ cell: ReportGrid.Cell, _ look: Look) -> String {
        switch cell.mark {
        case .none: "<td>\(escaped(cell.text))</td>"
        case .involved: "<td\(Role.involved.attribute(look))>\(escaped(cell.text))</td>"
        case .possible: "<td\(Role.possible.attribute(look))>\(content(cell))</td>"
        case .wrong: "<td\(Role.wrong.attribute(look))>\(content(cell))</td>"
        }
    }

    private static func content(_ cell: ReportGrid.Cell) -> String {
        escaped(cell.text) + (cell.fits.map { " → \(escaped($0))" } ?? "")
    }
}
