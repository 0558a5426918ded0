internal import Bytes
internal import Model

/// Joins a document that is kept in parts: a list of paragraphs, and of objects that hold a paragraph, a table or more of
/// them, as the `content_list.json` of MinerU does.
///
/// What comes of it is the text as its page would have it: a line for each paragraph, a table of HTML for each table,
/// in their order. What is no text (pictures, numbers of pages) leaves nothing.
struct JSONParts {
    /// UTF-8; each part ends a line.
    private(set) var text: [UInt8] = []
    /// Whether the parts are pages: one has an address of its own, or several are a report each.
    var holdsPages: Bool { hasAddresses || reports > 1 }
    private var hasAddresses = false
    /// How many parts hold a whole report.
    private var reports = 0
    /// Whether a table stands in it.
    private(set) var isTable = false
    private var depth = 0

    /// No document is built deeper: a chapter, its sections, their paragraphs, the rows of a table.
    private static let deepest = 16

    mutating func read(_ json: inout JSONText) throws(JSONText.Fault) {
        guard depth < Self.deepest else { return try json.skip() }
        depth += 1
        defer { depth -= 1 }
        switch json.first {
        case UInt8(ascii: "\""): append(try json.string())
        case UInt8(ascii: "[") where Self.holdsRows(json): try readRows(&json)
        case UInt8(ascii: "["):
            try json.elements { (json: inout JSONText) throws(JSONText.Fault) in try read(&json) }
        case UInt8(ascii: "{"): try readBlock(&json)
        default: try json.skip()
        }
    }

    private mutating func append(_ line: [UInt8]) {
        guard line.contains(where: { $0 > ASCII.space }) else { return }
        if Prose(line[...]).contains("<table") { isTable = true }
        text += line
        if line.last != ASCII.newline { text.append(ASCII.newline) }
    }

    private mutating func append(_ parts: JSONParts) {
        append(parts.text)
        hasAddresses = hasAddresses || parts.hasAddresses
        reports += parts.reports
        isTable = isTable || parts.isTable
    }

    /// The labels of a table, if that is one, stand in `body`: it is given twice. Half of them do where the text has some
    /// in other words.
    func stands(in body: Prose) -> Bool {
        var labels = 0
        var known = 0
        for cell in text.split(whereSeparator: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }) {
            let isLabel = cell.count >= Self.shortestLabel && cell.contains { $0 >= 0xE3 }
            guard isLabel else { continue }
            labels += 1
            // The first labels tell: each is looked for in all of the text.
            if labels > Self.mostLabels { break }
            if body.contains(String(decoding: cell, as: UTF8.self)) { known += 1 }
        }
        return 2 * known > labels
    }

    /// Four Chinese characters.
    private static let shortestLabel = 12
    private static let mostLabels = 32
}

// MARK: - Tables

extension JSONParts {
    /// Whether an array holds rows: each of them an array of texts and numbers.
    private static func holdsRows(_ json: JSONText) -> Bool {
        var json = json
        var rows = 0
        var isTable = true
        let end: Void? = try? json.elements { (json: inout JSONText) throws(JSONText.Fault) in
            guard isTable, json.first == UInt8(ascii: "[") else {
                isTable = false
                return try json.skip()
            }
            rows += 1
            try json.elements { (json: inout JSONText) throws(JSONText.Fault) in
                if json.first == UInt8(ascii: "[") || json.first == UInt8(ascii: "{") { isTable = false }
                try json.skip()
            }
        }
        return end != nil && isTable && rows > 0
    }

    private mutating func readRows(_ json: inout JSONText) throws(JSONText.Fault) {
        isTable = true
        text += Array("<table>\n".utf8)
        try json.elements { (json: inout JSONText) throws(JSONText.Fault) in
            text += Array("<tr>".utf8)
            try json.elements { (json: inout JSONText) throws(JSONText.Fault) in
                text += Array("<td>".utf8)
                try appendCell(&json)
                text += Array("</td>".utf8)
            }
            text += Array("</tr>\n".utf8)
        }
        text += Array("</table>\n".utf8)
    }

    private mutating func appendCell(_ json: inout JSONText) throws(JSONText.Fault) {
        guard json.first == UInt8(ascii: "\"") else {
            let word = json.word()
            // null, true and false are no numbers.
            if word.last.map(ASCII.isDigit) ?? false { text += word }
            return
        }
        for byte in try json.string() {
            switch byte {
            case UInt8(ascii: "<"): text += Array("&lt;".utf8)
            case UInt8(ascii: "&"): text += Array("&amp;".utf8)
            case ASCII.newline: text += Array("<br>".utf8)
            default: text.append(byte)
            }
        }
    }
}

// MARK: - Blocks

extension JSONParts {
    /// What a member of a block is to its text.
    private enum Role {
        /// Stands before the rest: a heading, a caption.
        case lead
        /// Is the block itself; of several the one that keeps most of its shape.
        case body(rank: Int)
        /// Stands behind the rest.
        case rest
        /// An address, which a page has and a part of one has not.
        case address
        case kind
    }

    private static let roles: [[UInt8]: Role] = {
        var roles: [[UInt8]: Role] = [:]
        func add(_ role: Role, _ names: String) {
            for name in names.split(separator: " ") { roles[Array(name.utf8)] = role }
        }
        add(.lead, "heading title tablecaption imagecaption imgcaption caption 标题")
        add(.body(rank: 4), "html tablebody tablehtml")
        add(.body(rank: 3), "rows cells table")
        add(.body(rank: 2), "content text body value data paragraph blockcontent 正文 内容 文本")
        add(.body(rank: 1), "markdown md items listitems")
        add(.rest, "paragraphs blocks sections children tablefootnote imagefootnote 段落")
        add(.address, "url link href fetched 链接 网址")
        add(.kind, "type")
        return roles
    }()

    /// Numbers of pages.
    private static let passedOver = ["pagenumber", "pageno"].map { Array($0.utf8) }

    private mutating func readBlock(_ json: inout JSONText) throws(JSONText.Fault) {
        var lead = JSONParts()
        var body: (rank: Int, parts: JSONParts)?
        var rest = JSONParts()
        var hasAddress = false
        var isPassedOver = false
        let depth = depth
        try json.members { (json: inout JSONText, name: [UInt8]) throws(JSONText.Fault) in
            var parts = JSONParts()
            parts.depth = depth
            switch Self.roles[PageRecord.plain(name)] {
            case .lead:
                try parts.read(&json)
                lead.append(parts)
            case .body(let rank):
                try parts.read(&json)
                if !parts.text.isEmpty, rank > body?.rank ?? 0 { body = (rank, parts) }
            case .rest:
                try parts.read(&json)
                rest.append(parts)
            case .address:
                hasAddress = json.first == UInt8(ascii: "\"")
                try json.skip()
            case .kind where json.first == UInt8(ascii: "\""):
                isPassedOver = Self.passedOver.contains(PageRecord.plain(try json.string()))
            case .kind, nil: try json.skip()
            }
        }
        guard !isPassedOver else { return }
        append(lead)
        if let body {
            append(body.parts)
            if ScriptArticle.mayBeReport(body.parts.text) { reports += 1 }
        }
        append(rest)
        if hasAddress, body != nil { hasAddresses = true }
    }

    /// What converters call the parts of a document.
    private static let kinds = Set(
        """
        text title paragraph p heading header footer h1 h2 table list image figure equation pageheader pagefooter pagenumber \
        asidetext pagefootnote narrativetext listitem
        """.split(separator: " ").map { Array($0.utf8) }
    )

    /// Whether an object that begins with `head` is a part of a document, and no page of its own.
    static func isPart(_ head: [UInt8]) -> Bool {
        var json = JSONText(head)
        var isPart = false
        var isPage = false
        // The head may be cut off in the object: what stands before that is enough.
        _ = try? json.members { (json: inout JSONText, name: [UInt8]) throws(JSONText.Fault) in
            switch Self.roles[PageRecord.plain(name)] {
            case .address: isPage = true
            case .body where json.first == UInt8(ascii: "\""):
                // No paragraph is a report, or goes on beyond the head.
                let text = try? json.string()
                isPage = isPage || text.map(ScriptArticle.mayBeReport) ?? true
                return
            case .kind where json.first == UInt8(ascii: "\""):
                isPart = kinds.contains(PageRecord.plain(try json.string()))
                return
            default: break
            }
            try json.skip()
        }
        return isPart && !isPage
    }
}
