internal import Model

/// Figures of the forms of 2014 and before that are told in words near their row's.
extension StretchReader {
    /// What a row counts, in words that say no more and no less.
    private struct Row {
        let phrase: Phrase
        let units: [CountUnit]
        let path: String

        init(_ phrase: String, _ units: [CountUnit], _ path: String) {
            self.phrase = Phrase(phrase)
            self.units = units
            self.path = path
        }
    }

    private static let statisticsRows = [
        Row("主要负责同志|主要负责人 参加|出席 新闻发布会 共?", [.times], "responses.press.leader"),
        Row("主要负责同志|主要负责人 参加|参与 政府网站? 在线访谈 共?", [.times], "responses.interview.leader"),
        Row("回应 公众|社会|社会公众 关注 的? 热点 问题? 或|和|及|、? 重大舆情?", [.times], "responses"),
        Row("设立|设置|建立|建有 政府信息公开|信息公开 查阅点|查阅场所 共?", [.things], "reading_points"),
        Row("从事 政府信息公开|信息公开 工作 的? 人员|工作人员 共|共有|有?", [.people], "staff"),
    ]
    private static let soFar = Array("累计".utf8)
    private static let documents = Phrase("其中 ,? 主动公开|公开? 行政? 规范性文件 数?")
    private static let annexRows = [Row("其他类型答复 数? 为?", [.cases, .items], "answered.other")]
    private static let disclosed = ["annex.disclosed.year", "annex.disclosed.cumulative"]
    private static let bySite = Phrase("其中 ,|:? 通过|在? 政府网站|政府门户网站 公开|主动公开 政府信息|信息?")

    func saidOfStatistics(_ figure: Figure) -> Counted? {
        guard figure.role == .count, speaksOfWholeYear, endsClause(tokens[figure.index].end, figure.sentence) else {
            return nil
        }
        let own = ownStart(figure)..<tokens[figure.index].start
        guard own.count < 150 else { return nil }
        // 主动公开信息1280条,其中规范性文件16条.
        if figure.numeral.unit == .items, Self.documents.fills(own, of: flow), let last = items.last,
            last.sentence + 1 >= sentenceNumber, !result.claims[last.claim].isPart,
            result.claims[last.claim].readings.first == ["statistics.disclosed.count"]
        {
            let path = "statistics.disclosed.normative.count"
            return Counted(key: path, readings: [[path]], doubt: .company)
        }
        // 累计设立查阅点15个: those of other years, too.
        guard let row = row(of: own, Self.statisticsRows, figure), !flow.holds(Self.soFar, in: own),
            !isOfArea, !beginsWithOthers(figure)
        else { return nil }
        let path = "statistics.\(row.path).count"
        return Counted(key: path, readings: [[path]])
    }

    func saidOfAnnex(_ figure: Figure) -> Counted? {
        guard figure.role == .count, state.scope == nil, !state.isOtherYear, !state.isPartOfYear, !state.isSince,
            !state.isPlan
        else { return nil }
        let own = ownStart(figure)..<tokens[figure.index].start
        guard own.count < 150 else { return nil }
        // 主动公开政府信息320条。其中通过政府网站公开260条: of the year's, or of those of all years where they were told last.
        if figure.numeral.unit == .items, Self.bySite.fills(own, of: flow), let last = items.last,
            last.sentence + 1 >= sentenceNumber, result.claims[last.claim].doubt == nil,
            let whole = result.claims[last.claim].readings.first?.first, Self.disclosed.contains(whole)
        {
            let columns = Self.disclosed.map { "annex.disclosed.website." + $0.split(separator: ".")[2] }
            return Counted(
                key: columns[0],
                readings: whole == Self.disclosed[0] ? [[columns[0]]] : columns.map { [$0] }
            )
        }
        guard let row = row(of: own, Self.annexRows, figure) else { return nil }
        let path = "annex.\(row.path).year"
        return Counted(key: path, readings: [[path]], family: .outcome)
    }

    private func row(of own: Range<Int>, _ rows: [Row], _ figure: Figure) -> Row? {
        let start = opening(at: own.lowerBound)?.place ?? own.lowerBound
        let behindMark = flow.hasPrefix(Self.pause, at: start) ? start + Self.pause.count : start
        return rows.first {
            $0.units.contains(figure.numeral.unit) && $0.phrase.end(in: flow, at: behindMark) == own.upperBound
        }
    }

    /// Whether the sentence has said before whose the figure is.
    private func beginsWithOthers(_ figure: Figure) -> Bool {
        figure.context.clauses > 0 && lastOfSentence == nil
    }
}
