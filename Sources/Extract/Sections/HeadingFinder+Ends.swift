internal import Bytes

/// Where a heading ends that a paragraph follows in its own line, and lines that list headings and are none.
extension HeadingFinder {
    private static let colon = Array(":".utf8)
    private static let bracket = Array("(".utf8)
    private static let comma = Array(",".utf8)
    /// 15 Chinese characters: what is longer before a colon is a sentence.
    private static let longestLead = 45

    /// The end of the heading whose sentence follows it in the line, behind a colon or with the number of its first part;
    /// nil where all of the line is the heading or none: （一）主动公开情况：2024年，…, 一、基本情况（一）信息发布数量增加，….
    static func endBeforeSentence(_ text: Range<Int>, _ enumerator: Enumerator?, _ flow: Flow) -> Int? {
        guard let enumerator, enumerator.style != .item else { return nil }
        let lead = text.lowerBound..<min(text.upperBound, text.lowerBound + longest)
        if let place = flow.firstIndex(of: bracket, in: lead),
            HeadingCatalog.shared.isOfficial(flow.bytes, text.lowerBound..<place),
            Enumerator(flow.bytes, at: place, end: text.upperBound)?.style == .part
        {
            return place
        }
        guard let place = flow.firstIndex(of: colon, in: lead), place - text.lowerBound >= shortest,
            text.upperBound - place > shortest,
            ![comma, sentenceEnd].contains(where: { flow.holds($0, in: text.lowerBound..<place) }),
            flow.holds(sentenceEnd, in: place..<text.upperBound)
        else { return nil }
        let words = text.lowerBound..<place
        if HeadingRanks(flow: flow).section(in: words, isBrief: false) != nil { return place }
        // A heading of other words has its sentence behind it only where the line is no longer than one.
        let isShort = words.count <= longestLead && text.count <= longest + sentenceEnd.count
        return enumerator.style == .part && isShort ? place : nil
    }

    private static let lastWords = ["情况", "措施", "问题", "事项", "概述", "建议", "打算"].map { Array($0.utf8) }

    /// Whether a numbered heading that its matter follows in the line ends with a full stop: 五、复议诉讼情况。未发生。
    static func isRunIn(_ text: Range<Int>, _ enumerator: Enumerator?, _ flow: Flow) -> Bool {
        guard enumerator?.style == .chapter, text.count <= longestLead, !flow.holds(comma, in: text),
            lastWords.contains(where: { flow.hasPrefix($0, at: text.upperBound - $0.count) })
        else { return false }
        return HeadingRanks(flow: flow).section(in: text, isBrief: false) != nil
    }

    /// The words of a numbered line without the values of the row that it may be: 四、结转下年度继续办理 0 0 0 0 0 0 0.
    static func withoutValues(_ text: Range<Int>, _ flow: Flow) -> Range<Int> {
        var end = text.upperBound
        while end > text.lowerBound, ASCII.isDigit(flow.bytes[end - 1]) { end -= 1 }
        return text.lowerBound..<end
    }

    private static let next = ["二、", "三、"].map { Array($0.utf8) }
    private static let marks = [",", ";", "、"].map { Array($0.utf8) }

    /// Whether a line that begins with 一、 lists the parts of a text whose first one begins again further on: 一、概述，二、主动公开
    /// 政府信息情况，三、….
    static func isContents(_ heading: Heading, _ index: Int, _ lines: [TextLine], _ flow: Flow) -> Bool {
        guard heading.enumerator?.style == .chapter, heading.enumerator?.number == 1 else { return false }
        let line = lines[index].bytes
        var start = heading.textStart
        for number in next {
            let reach = min(line.upperBound, start + 3 * longest)
            guard let place = flow.firstIndex(of: number, in: start..<reach),
                marks.contains(where: { flow.hasPrefix($0, at: place - $0.count) })
            else { return false }
            start = place + number.count
        }
        return lines[(index + 1)...].contains { line in
            let enumerator = Enumerator(flow.bytes, at: line.bytes.lowerBound, end: line.bytes.upperBound)
            return enumerator?.style == .chapter && enumerator?.number == 1
        }
    }

    private static let captions = ["表", "附件"].map { Array($0.utf8) }

    /// Whether the number at `start` is a table's or an annex's: 附表一：主动公开情况统计.
    static func isCaption(at start: Int, _ flow: Flow) -> Bool {
        captions.contains { start >= $0.count && flow.hasPrefix($0, at: start - $0.count) }
    }
}
