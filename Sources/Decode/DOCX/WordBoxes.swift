/// The text boxes of a document that are not read. They stand anywhere on a page, and their text is none of the report's; but
/// the red head of a paper is set in one, with the title.
struct WordBoxes {
    /// The text of the first box that seems to be the title of a report.
    private(set) var title: String?
    /// Whether the text that comes is a box's.
    var isText = false
    /// Whether its run is not shown.
    var isHidden = false
    private var text: [UInt8]?

    /// No title is longer; what is longer is cut off, so that no box can hold much.
    private static let longest = 400
    private static let subject = "公开"
    private static let nouns = ["报告", "年报"]

    mutating func begin() {
        if title == nil { text = [] }
    }

    mutating func append(_ reader: borrowing XMLReader) {
        guard isText, !isHidden, text?.count ?? Self.longest < Self.longest else { return }
        text.append(reader)
    }

    mutating func end() {
        guard let bytes = text else { return }
        text = nil
        take(bytes)
    }

    /// Takes the text of a box that is not read.
    mutating func take(_ bytes: [UInt8]) {
        guard title == nil else { return }
        let words = String(decoding: bytes, as: UTF8.self)
        if bytes.count < Self.longest, words.contains(Self.subject), Self.nouns.contains(where: words.contains) {
            title = words
        }
    }
}

extension [UInt8]? {
    fileprivate mutating func append(_ reader: borrowing XMLReader) {
        guard var text = self else { return }
        self = nil
        reader.appendText(to: &text)
        self = text
    }
}
