internal import Model

/// Reports that are told by what they say, where their headings are lost, or their body and year.
extension KindTeller {
    /// What a news item on a report begins with, or says of it at once.
    private static let news = ["近日", "日前"].map { Array($0.utf8) }
    private static let newsWords = ["记者", "据悉", "获悉", "报告显示", "报告指出", "一图读懂"].map { Array($0.utf8) }
    private static let notices = ["特此通知", "通知如下", "现印发"].map { Array($0.utf8) }
    private static let disclosure = Array("公开".utf8)
    private static let stop = Array("。".utf8)
    /// So many paragraphs say something of a year's work; a page that only links to its report has fewer.
    private static let fewestParagraphs = 3

    /// Whether a text names itself the report of a body and a year, in its title or by what it says of itself, and tells of
    /// that year in sentences, though under no heading of a known part: the worst reports have none, and on some sites
    /// the headings are pictures.
    var isToldByItsTitle: Bool {
        guard let year = identity.year, isOwnTitle(of: year) || identity.agency != nil && announcesItself,
            !Self.notices.contains(where: { flow.holds($0, in: flow.bytes.indices) })
        else { return false }
        let paragraphs = lines.filter { flow.holds(Self.stop, in: $0.bytes) }
        return paragraphs.count >= Self.fewestParagraphs && !paragraphs.prefix(2).contains(where: isNews)
            && paragraphs.count(where: { flow.holds(Self.disclosure, in: $0.bytes) }) >= Self.fewestParagraphs - 1
    }

    private func isNews(_ line: TextLine) -> Bool {
        Self.news.contains { flow.hasPrefix($0, at: line.bytes.lowerBound) }
            || Self.newsWords.contains { flow.holds($0, in: line.bytes) }
    }

    /// Whether the title stands on a line of the page's head, with the year and a name before it, and no word goes on behind
    /// it: …年度报告发布 is a headline.
    private func isOwnTitle(of year: Int) -> Bool {
        guard let title = ownTitle, YearReader.year(inTitle: title.bytes) == year, title.subject >= Self.shortestName,
            title.bytes[0] >= 0x80
        else { return false }
        return lines.prefix(Self.headLines).contains { line in
            guard line.bytes.count <= Self.longestTitle, flow.hasPrefix(title.bytes, at: line.bytes.lowerBound) else {
                return false
            }
            let end = line.bytes.lowerBound + title.bytes.count
            // A title of two lines may be the last of the text.
            return end == flow.bytes.count || end == line.bytes.upperBound || flow.starts[flow.piece(at: end)] == end
                || flow.bytes[end] == UInt8(ascii: "(")
        }
    }

    /// 3 Chinese characters and 2018年.
    private static let shortestName = 16

    private static let allParts: Set = ["overview", "proactive", "applications", "disputes", "problems", "other"]
    private static let firstParts: Set = ["overview", "proactive", "applications"]
    private static let makings = ["编制本报告", "编制本年度报告", "编制本年报"].map { Array($0.utf8) }

    /// Whether a text without body and year has the parts of a report in sentences: all six of them, whose tables are
    /// lost, where it says that it is the report; or the first three with their counts.
    var hasItsParts: Bool {
        let chapters = Set(sections.compactMap(\.id))
        if chapters.isSuperset(of: Self.allParts), writtenParts.count >= 2,
            Self.makings.contains(where: { flow.holds($0, in: flow.bytes.indices) })
        {
            return true
        }
        guard writtenParts.isSuperset(of: Self.firstParts), sections.first?.id == "overview" else { return false }
        return Self.firstParts.allSatisfy { part in
            sections.contains { $0.id == part && $0.body.sentences.contains { isCount($0) } }
        }
    }

    private static let units = ["条", "件", "次", "份", "篇"]

    /// Whether a sentence counts something, or says that there was nothing.
    private func isCount(_ sentence: Prose) -> Bool {
        sentence.hasDigit && Self.units.contains(where: sentence.contains)
            || ["未收到", "没有收到", "未接到", "未受理"].contains(where: sentence.contains)
    }

    private static let explained = ["如下解读", "解读如下", "解读说明如下"].map { Array($0.utf8) }
    private static let ofExplanations = ["编制背景", "编制依据", "编制目的", "起草背景", "制定背景", "背景依据", "主要内容", "统计期限"].map {
        Array($0.utf8)
    }

    /// Whether a text without a report's parts explains one: its head says so, and its headings are those of explanations
    /// (编制背景, 编制目的, 主要内容).
    var isExplanation: Bool {
        guard Set(sections.compactMap(\.id)).count < 2,
            lines.prefix(Self.headLines).contains(where: { line in
                Self.explained.contains { flow.holds($0, in: line.bytes) }
            })
        else { return false }
        let headings = lines.filter { line in
            guard line.bytes.count <= Self.longestHeading,
                let mark = Enumerator(flow.bytes, at: line.bytes.lowerBound, end: line.bytes.upperBound)
            else { return false }
            return Self.ofExplanations.contains { flow.hasPrefix($0, at: line.bytes.lowerBound + mark.length) }
        }
        return headings.count >= 2
    }

    /// 12 Chinese characters.
    private static let longestHeading = 36

    private static let collection = Array("汇编(".utf8)
    private static let pieces = Array("篇)".utf8)

    /// Whether a line of the head calls the text a collection of such texts: 2021年政务公开工作总结汇编（30篇）.
    var isCollection: Bool {
        lines.prefix(Self.headLines).contains { line in
            line.bytes.count <= Self.longestTitle && flow.holds(Self.collection, in: line.bytes)
                && flow.bytes[line.bytes].suffix(Self.pieces.count).elementsEqual(Self.pieces)
        }
    }

    /// Whether a text has any sentence: a book's list of contents has the same headings, each with its page.
    var hasSentences: Bool { flow.holds(Self.stop, in: flow.bytes.indices) }
}
