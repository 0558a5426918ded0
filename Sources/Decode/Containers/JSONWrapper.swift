internal import Bytes

/// The list of pages within a site's answer: `{"code": 200, "data": {"total": 4, "list": [{"title": …, "content": …}, …]}}`.
struct JSONWrapper {
    private let bytes: [UInt8]
    private var index: Int

    /// Where the first page of the next list begins in `bytes`, behind the list's bracket; nil where no list of pages begins
    /// in them, or a page stands outside of it. Behind a list, what else the answer says of its pages does not matter.
    static func list(in bytes: [UInt8], from start: Int, isBehindList: Bool = false) -> Int? {
        var wrapper = JSONWrapper(bytes: bytes, index: start)
        return wrapper.list(isBehindList: isBehindList)
    }

    /// What such lists are called.
    private static let lists = Set(
        [
            "data", "datalist", "list", "lists", "rows", "records", "result", "results", "docs", "articles",
            "articlelist", "infolist", "newslist", "pages", "datas",
        ].map { Array($0.utf8) }
    )

    private init(bytes: [UInt8], index: Int) {
        self.bytes = bytes
        self.index = index
    }

    private mutating func list(isBehindList: Bool) -> Int? {
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","): index += 1
            case UInt8(ascii: "\""):
                guard let name = name(), isBehindList || PageRecord.key(name) == nil, let value = next() else {
                    return nil
                }
                if value == UInt8(ascii: "{") { continue }
                if value == UInt8(ascii: "["), Self.lists.contains(PageRecord.plain(name)), holdsPage(behind: index + 1)
                {
                    return index + 1
                }
                guard skipValue() else { return nil }
            default: return nil
            }
        }
        return nil
    }

    /// Whether the object that begins an array has a member that holds a page.
    private func holdsPage(behind start: Int) -> Bool {
        var object = JSONWrapper(bytes: bytes, index: start)
        guard object.next() == UInt8(ascii: "{") else { return false }
        object.index += 1
        while let byte = object.next(), byte != UInt8(ascii: "}") {
            if byte == UInt8(ascii: ",") {
                object.index += 1
                continue
            }
            guard let name = object.name() else { return false }
            if PageRecord.key(name).map(PageRecord.bodies.contains) == true { return true }
            guard object.skipValue() else { return false }
        }
        return false
    }

    /// The next byte that is no white space.
    private mutating func next() -> UInt8? {
        while index < bytes.count, bytes[index] <= ASCII.space { index += 1 }
        return index < bytes.count ? bytes[index] : nil
    }

    /// The name that begins here; what comes next then is its value.
    private mutating func name() -> [UInt8]? {
        let start = index
        guard next() == UInt8(ascii: "\""), skipValue() else { return nil }
        var text = JSONText(Array(bytes[start..<index]))
        guard let name = try? text.string(), next() == UInt8(ascii: ":") else { return nil }
        index += 1
        return name
    }

    /// Passes over a value; false where it goes on behind what is at hand.
    private mutating func skipValue() -> Bool {
        guard let first = next() else { return false }
        if first != UInt8(ascii: "{"), first != UInt8(ascii: "["), first != UInt8(ascii: "\"") {
            while index < bytes.count, bytes[index] > ASCII.space, bytes[index] != UInt8(ascii: ","),
                bytes[index] != UInt8(ascii: "}"), bytes[index] != UInt8(ascii: "]")
            {
                index += 1
            }
            return index < bytes.count
        }
        var cutter = JSONCutter()
        let (end, isDone) = cutter.end(in: bytes.span, from: index)
        index = end
        return isDone
    }
}
