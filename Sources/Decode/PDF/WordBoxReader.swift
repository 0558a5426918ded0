internal import Bytes

/// Reads what `pdftotext -tsv` writes: a line for each word, with its page and its box.
///
/// The columns: level, page, paragraph, block, line, word, left, top, width, height, confidence, text. Level 1 is a page,
/// 5 a word.
enum WordBoxReader {
    /// A page and its words in the order of the file.
    struct Page: Equatable {
        var height = 0.0
        var words: [WordBox] = []
    }

    /// More words than these, or so many on one page, are no annual report.
    static let maximumWords = 12_000
    static let maximumWordsOfPage = 2_500
    /// Room for these words, for their blocks and lines, and for many empty pages.
    static let maximumBytes = 8 << 20

    /// - Returns: nil where there are too many words.
    static func pages(_ table: [UInt8]) -> [Page]? {
        guard table.count <= maximumBytes else { return nil }
        var pages: [Page] = []
        var count = 0
        for line in table.split(separator: ASCII.newline) {
            let fields = line.split(separator: ASCII.tab, maxSplits: 11, omittingEmptySubsequences: false)
            guard fields.count == 12, let level = number(fields[0]) else { continue }
            let box = fields[6...9].compactMap(number)
            guard box.count == 4 else { continue }
            if level == 1 { pages.append(Page(height: box[3])) }
            guard level == 5, !pages.isEmpty, let word = word(box, fields[11]) else { continue }
            count += 1
            pages[pages.count - 1].words.append(word)
            if count > maximumWords || pages[pages.count - 1].words.count > maximumWordsOfPage { return nil }
        }
        for index in pages.indices { pages[index].words = Watermark.removed(from: pages[index].words) }
        return pages
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Double? {
        guard let value = Double(String(decoding: field, as: UTF8.self)), value.isFinite, abs(value) < 1e6 else {
            return nil
        }
        return value
    }

    private static func word(_ box: [Double], _ field: ArraySlice<UInt8>) -> WordBox? {
        var text = Array(field)
        while let last = text.last, last == ASCII.carriageReturn || last == ASCII.space { text.removeLast() }
        guard !text.isEmpty, box[2] >= 0, box[3] > 0 else { return nil }
        return WordBox(left: box[0], right: box[0] + box[2], top: box[1], bottom: box[1] + box[3], text: text)
    }
}
