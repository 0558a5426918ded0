internal import Forms

/// Tells the form of a report by what stands in it: its tables first, then its headings, then its year.
struct FormTeller {
    let flow: Flow
    /// The headings, asked for only where the tables do not tell.
    let headings: () -> [Heading]
    let year: Int?

    static let evidence: [(label: [UInt8], form: Int)] = FormCatalog.all.enumerated().flatMap { index, form in
        form.evidence.map { (Lexicon.core($0), index) }
    }
    private static let matcher = LabelMatcher(evidence.map(\.label))
    private static let revisedWords = ["总体情况", "收到和处理", "政府信息公开行政复议"].map { Array($0.utf8) }
    private static let originalWords = ["概述", "依申请公开", "收费", "附表", "不予公开", "申诉"].map { Array($0.utf8) }
    static let sharedTableWords = ["勾稽关系为", "结转下年度继续办理"].map { Array($0.utf8) }

    /// The index of the form in the catalogue.
    func form() -> Int {
        if let index = byTables() { return index }
        return isRevised ? index("2019", "2021", before: 2021) : index("2008")
    }

    /// The form whose table words stand in the text; the newest where several do.
    private func byTables() -> Int? {
        var seen: [Set<Int>] = Array(repeating: [], count: FormCatalog.all.count)
        for match in Self.matcher.matches(in: flow.bytes, at: flow.places(of: .evidence)) {
            seen[Self.evidence[match.label].form].insert(match.label)
        }
        let revised = [index("2021"), index("2019")].max { seen[$0].count < seen[$1].count } ?? 0
        if seen[revised].count > 1 { return revised }
        if isLocal(seen[index("2014")], seen[index("2008")].count) { return index("2008") }
        if !seen[index("2014")].isEmpty, isNational(seen[index("2014")].count) || !isRevised { return index("2014") }
        if !seen[revised].isEmpty { return revised }
        let hasShared = flow.places(of: .evidence).contains { place in
            Self.sharedTableWords.contains { flow.hasPrefix($0, at: place) }
        }
        return hasShared ? index("2019", "2021", before: 2021) : nil
    }

    private static let statisticsTitle = Lexicon.core("政府信息公开情况统计表")

    /// Whether the words of the national table that stand in a text are a local table's or a sentence's.
    ///
    /// Local tables call themselves by the national one's name, and a sentence may have one of its words (申请办结数5件): the
    /// words that only local tables have tell. Before 2014 there was no national table at all.
    private func isLocal(_ national: Set<Int>, _ local: Int) -> Bool {
        guard !national.isEmpty else { return false }
        let labels = national.count { Self.evidence[$0].label != Self.statisticsTitle }
        if local > labels { return true }
        return labels <= 1 && (year ?? Int.max) < Self.firstNationalYear && !isRevised
    }

    /// Whether so many words of the national table stand in a report of its years that the table is there, whatever its
    /// headings are called: 总体情况, 政府信息公开行政复议.
    private func isNational(_ labels: Int) -> Bool {
        labels >= 4 && year.map { (Self.firstNationalYear..<2019).contains($0) } ?? false
    }

    private static let firstNationalYear = 2014
    private static let firstRevisedYear = 2019
    private static let reductions = Array("收费及减免".utf8)

    /// Whether the headings are those under the Regulation as revised in 2019.
    ///
    /// A report of a year before its revision that names 收费及减免 has the parts of the Regulation of 2007, whatever its
    /// headings are called: a site rewrote them.
    private var isRevised: Bool {
        if let year, year < Self.firstRevisedYear, flow.holds(Self.reductions, in: flow.bytes.indices) { return false }
        let texts = headings().filter(\.isChapter).map { $0.textStart..<$0.end }
        let stands = { (word: [UInt8]) in texts.contains { flow.firstIndex(of: word, in: $0) != nil } }
        let revised = Self.revisedWords.count(where: stands)
        let original = Self.originalWords.count(where: stands)
        return revised == original ? (year ?? 0) >= 2019 : revised > original
    }

    private func index(_ identifier: String) -> Int {
        FormCatalog.all.firstIndex { $0.identifier == identifier } ?? 0
    }

    private func index(_ older: String, _ newer: String, before year: Int) -> Int {
        index((self.year ?? year) < year ? older : newer)
    }
}
