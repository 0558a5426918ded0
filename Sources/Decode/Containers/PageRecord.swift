internal import Bytes
internal import Model

/// What a scraper wrote about one page: an object of known members, or a row of known columns; others are passed over.
struct PageRecord {
    /// The members that hold the page, the fullest first.
    static let bodies = ["html", "content", "body", "text", "paragraphs", "blocks", "sections", "items"]
    /// Every member that is known, and what scrapers call it besides; whatever the case of its letters, and with or
    /// without a sign between its words: publish_date, publishDate.
    private static let names: [String: [String]] = [
        "html": ["rawhtml", "contenthtml", "htmlcontent", "pagehtml"],
        "content": ["正文", "内容", "markdown", "md", "pagecontent", "articlebody", "maincontent", "contentmarkdown"],
        "body": [],
        "text": ["文本", "全文", "rawtext", "contenttext", "fulltext", "plaintext"], "url": ["链接", "网址"],
        "title": ["标题"], "agency": ["机构", "发布机构", "发布单位"], "fetched": ["抓取时间", "采集时间"], "date": [],
        "year": ["年份", "年度"], "paragraphs": ["段落"], "blocks": [], "sections": [], "items": ["contentlist"],
        "tables": ["表格"],
        "published": [
            "publishdate", "publishtime", "publishedat", "publisheddate", "publishedtime", "publicationdate",
            "datepublished",
            "pubdate", "pubtime", "releasedate", "releasetime", "docreltime", "docpubtime", "docpubdate", "发布日期",
            "发布时间",
            "公开日期", "公开时间", "公布日期", "公布时间",
        ],
    ]
    private static let keys = Dictionary(
        uniqueKeysWithValues: names.flatMap { key, others in ([key] + others).map { (Array($0.utf8), key) } }
    )
    /// In bytes, each character of a Chinese name written as an escape.
    static let longestName = 40

    /// The member that a name stands for, or nil.
    static func key(_ name: [UInt8]) -> String? { keys[plain(name)] }

    /// Whether a file with such a member is one of pages; any program's answer may have the others.
    static func tells(_ key: String) -> Bool { key != "published" && key != "tables" }

    /// A name without what its writer was free to choose: publish_date and PublishDate are publishdate.
    static func plain(_ name: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        for byte in name where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") && byte > ASCII.space {
            plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return plain
    }

    private var texts: [String: [UInt8]] = [:]
    private var year: Int?
    private var published: String?
    private var tables: [JSONParts] = []
    /// The objects within it that no known name has.
    private var answers: [PageRecord] = []
    private var depth = 0
    /// No site's answer has its page deeper.
    private static let deepest = 4

    /// Reads the object that stands in `bytes`, which are valid UTF-8.
    ///
    /// - Throws: where and why they are no JSON object.
    init(_ bytes: [UInt8]) throws(JSONText.Fault) {
        var json = JSONText(bytes)
        // The closure may not capture what is not whole yet.
        var record = PageRecord()
        try json.object { (json: inout JSONText, name: [UInt8]) throws(JSONText.Fault) in
            try record.take(Self.key(name), &json)
        }
        self = record.answered
    }

    /// The record itself, or the only one within it that holds a page: `{"code": 200, "data": {"title": …, "content": …}}`.
    private var answered: PageRecord {
        guard !answers.isEmpty, page == nil else { return self }
        let pages = answers.map(\.answered).filter { $0.page != nil }
        return pages.count == 1 ? pages[0] : self
    }

    /// A document in parts: the array that stands in `parts`.
    ///
    /// - Throws: where and why they are no JSON array.
    init(parts bytes: [UInt8]) throws(JSONText.Fault) {
        var json = JSONText(bytes)
        try takeParts("items", &json)
        try json.end()
    }

    /// A row of a table: the members that its columns are, each with its cell.
    init(_ cells: [(key: String, text: [UInt8])]) {
        for (key, text) in cells { take(key, text) }
    }

    private init() {}

    private mutating func take(_ key: String?, _ json: inout JSONText) throws(JSONText.Fault) {
        guard let key else {
            return json.first == UInt8(ascii: "{") && depth < Self.deepest ? try takeAnswer(&json) : try json.skip()
        }
        switch json.first {
        case UInt8(ascii: "\""): take(key, try json.string())
        case UInt8(ascii: "0")...UInt8(ascii: "9"): takeNumber(key, json.word())
        case UInt8(ascii: "[") where key == "tables":
            try json.elements { (json: inout JSONText) throws(JSONText.Fault) in
                var table = JSONParts()
                try table.read(&json)
                tables.append(table)
            }
        case UInt8(ascii: "[") where Self.bodies.contains(key), UInt8(ascii: "{") where Self.bodies.contains(key):
            try takeParts(key, &json)
        default: try json.skip()
        }
    }

    private mutating func takeAnswer(_ json: inout JSONText) throws(JSONText.Fault) {
        var answer = PageRecord()
        answer.depth = depth + 1
        try json.members { (json: inout JSONText, name: [UInt8]) throws(JSONText.Fault) in
            try answer.take(Self.key(name), &json)
        }
        answers.append(answer)
    }

    private mutating func takeParts(_ key: String, _ json: inout JSONText) throws(JSONText.Fault) {
        var parts = JSONParts()
        try parts.read(&json)
        // A list of pages is none of parts: {"items": [{"url": …, "content": …}, …]}.
        if !parts.holdsPages { take(key, parts.text) }
    }

    private mutating func takeNumber(_ key: String, _ word: [UInt8]) {
        if key == "year" || key == "published" { take(key, word) }
    }

    private mutating func take(_ key: String, _ text: [UInt8]) {
        switch key {
        case "year": year = Self.year(text) ?? year
        case "published": published = published ?? StatedDate.text(text)
        // Of two names for the same, the one that says more: 内容 may be what 正文 is in short.
        default: if text.count > texts[key]?.count ?? -1 { texts[key] = text }
        }
    }

    /// The page, and whether it is said to be HTML; nil where there is none.
    var page: (bytes: [UInt8], isHTML: Bool)? {
        for key in Self.bodies {
            guard let written = texts[key], written.contains(where: { $0 > ASCII.space }) else { continue }
            let bytes = EscapedMarkup.plain(written)
            return (bytes + tablesApart(from: bytes), key == "html" && bytes.contains(UInt8(ascii: "<")))
        }
        return nil
    }

    /// No report has as many; each is looked for in all of the text.
    private static let mostTables = 64

    /// The tables that are given apart from the text, which has nothing of them.
    private func tablesApart(from body: [UInt8]) -> [UInt8] {
        let body = Prose(body[...])
        guard !body.contains("<table") else { return [] }
        return tables.prefix(Self.mostTables).filter { $0.isTable && !$0.stands(in: body) }
            .flatMap { [ASCII.newline] + $0.text }
    }

    var url: String? { text("url") }
    var fetched: String? { text("fetched") ?? text("date") }

    var hint: Source.Hint? {
        let hint = Source.Hint(agency: text("agency"), year: year, title: text("title"), published: published)
        return hint == Source.Hint() ? nil : hint
    }

    private func text(_ key: String) -> String? {
        guard let bytes = texts[key], !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2023`, `"2023"` or `"2023年"`.
    private static func year(_ bytes: [UInt8]) -> Int? {
        guard let value = Int(String(decoding: bytes.prefix { ASCII.isDigit($0) }, as: UTF8.self)) else { return nil }
        return (1990...2200).contains(value) ? value : nil
    }
}
