/// What the styles of a document say of its paragraphs (`word/styles.xml`).
struct WordStyles {
    /// One style.
    struct Style {
        var name = ""
        var parent: String?
        /// From 0, as Word counts.
        var outlineLevel: Int?
        var list: String?
        var listLevel: Int?
    }

    private var styles: [String: Style] = [:]

    init() {}

    init(_ document: [UInt8]) throws(XMLReader.Failure) {
        var styles: [String: Style] = [:]
        try XMLReader.read(document) { (reader) throws(XMLReader.Failure) in
            var id: String?
            while let node = try reader.next() {
                guard case .start(let name, _) = node else { continue }
                if name.local == "style" { id = reader.attribute("styleId") }
                guard let id else { continue }
                Self.read(name.local, reader, into: &styles[id, default: Style()])
            }
        }
        self.styles = styles
    }

    private static func read(_ name: String, _ reader: borrowing XMLReader, into style: inout Style) {
        switch name {
        case "name": style.name = (reader.attribute("val") ?? "").lowercased()
        case "basedOn": style.parent = reader.attribute("val")
        case "outlineLvl": style.outlineLevel = reader.attribute("val").flatMap { Int($0) }
        case "numId": style.list = reader.attribute("val")
        case "ilvl": style.listLevel = reader.attribute("val").flatMap { Int($0) }
        default: break
        }
    }

    /// The style with what it inherits.
    func style(_ id: String?) -> Style {
        var result = Style()
        var next = id
        // A style's parents can be a ring in a damaged document.
        for step in 0..<12 {
            guard let id = next, let style = styles[id] else { break }
            if step == 0 { result.name = style.name }
            result.outlineLevel =
                result.outlineLevel ?? style.outlineLevel ?? Self.headingLevel(style.name).map { $0 - 1 }
            result.list = result.list ?? style.list
            result.listLevel = result.listLevel ?? style.listLevel
            next = style.parent
        }
        if result.name.isEmpty, let id { result.outlineLevel = Self.headingLevel(id.lowercased()).map { $0 - 1 } }
        return result
    }

    /// Whether the paragraphs of this style are lines of a table of contents, which repeat the headings.
    static func isContents(_ name: String) -> Bool { name.hasPrefix("toc ") || name.hasPrefix("目录 ") }

    /// `heading 1`, `Heading1`, `标题 1`, as programs name them; nil for any other name.
    static func headingLevel(_ name: String) -> Int? {
        for stem in ["heading", "标题"] where name.hasPrefix(stem) {
            guard let level = Int(name.dropFirst(stem.count).filter { $0 != " " }) else { continue }
            return (1...9).contains(level) ? level : nil
        }
        return nil
    }
}
