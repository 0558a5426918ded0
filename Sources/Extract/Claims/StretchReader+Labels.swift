internal import Model

/// Figures that the text tells in the very words of a row of the forms of 2014 and before.
///
/// Words that are only near a row's (召开新闻发布会 beside 参加或举办新闻发布会总次数) are told elsewhere, with doubt.
extension StretchReader {
    /// A row, the words that are its own, and the unit that it is counted in.
    private struct Label {
        let words: [[UInt8]]
        let unit: CountUnit
        let row: String

        init(_ words: String, _ unit: CountUnit, _ row: String) {
            self.words = words.split(separator: " ").map { Array($0.utf8) }
            self.unit = unit
            self.row = row
        }
    }

    private static let statistics = [
        Label("政府公报公开政府信息数", .items, "channel.gazette"),
        Label("政府网站公开政府信息数", .items, "channel.website"),
        Label("政务微博公开 政务微博公开信息 政务微博公开政府信息 政务微博公开政府信息数", .items, "channel.weibo"),
        Label("政务微信公开 政务微信公开信息 政务微信公开政府信息 政务微信公开政府信息数", .items, "channel.wechat"),
        Label("参加或举办新闻发布会 参加或举办新闻发布会总次数", .times, "responses.press"),
        Label("设置政府信息公开查阅点 设置政府信息公开查阅点数", .things, "reading_points"),
        Label("收到政府信息公开举报投诉 受理政府信息公开举报投诉", .cases, "complaints"),
        Label("召开政府信息公开工作会议或专题会议", .times, "meetings"),
        Label("政府信息公开专项经费 政府信息公开工作专项经费 用于政府信息公开工作的专项经费", .money, "budget"),
        Label(
            "依申请公开政府信息收取费用 依申请公开政府信息共收取费用 依申请公开政府信息收取的费用 依申请公开信息收取费用 依申请公开信息共收取费用 依申请公开信息收取的费用 收取依申请公开费用 "
                + "收取依申请公开信息费用 收取依申请公开政府信息费用 收取政府信息公开费用 收取政府信息公开申请费用",
            .money,
            "fees_charged"
        ),
    ]
    /// Behind its heading 举报投诉 is said of the matter.
    private static let statisticsOfDisputes =
        statistics + [Label("举报投诉 举报、投诉 投诉举报 投诉、举报 收到举报投诉 受理举报投诉", .cases, "complaints")]
    private static let annex = [
        Label("接受行政申诉、举报 接受行政申诉、举报数", .cases, "appeals.year"),
        Label("历年累计主动公开 历年累计主动公开政府信息 历年累计主动公开文件 历年累计主动公开信息", .items, "disclosed.cumulative"),
    ]
    private static let revised = [Label("政府集中采购项目", .things, "procurement.items")]
    private static let amounts = ["数量", "数", "总计", "共计", "共", "为"].map { Array($0.utf8) }
    private static let inTenThousands = Array("万元".utf8)
    private static let amongThem = ["其中", "其中,", "其中:"].map { Array($0.utf8) }
    private static let leaders = [
        "主要负责同志参加", "主要负责同志参加新闻发布会", "主要负责同志参加在线访谈", "主要负责同志参加政府网站在线访谈",
    ].map { Array($0.utf8) }
    private static let ledRows = ["responses.press", "responses.interview"].map { "statistics.\($0)" }

    /// What the figure states of the row whose words stand before it; nil where others do.
    func labelled(_ figure: Figure) -> Counted? {
        let table: String
        let labels: [Label]
        switch teller.paths.era {
        case .revised(isLatest: true): return nil
        case .revised(isLatest: false): (table, labels) = ("proactive", Self.revised)
        case .statistics:
            (table, labels) = ("statistics", state.section == "disputes" ? Self.statisticsOfDisputes : Self.statistics)
        case .annex: (table, labels) = ("annex", Self.annex)
        }
        guard figure.depth == 0, figure.role == .count || figure.role == .money, !figure.left.isEmpty,
            endsHere(figure.index, figure.sentence), state.scope == nil, !state.isOtherYear, !state.isPartOfYear,
            !state.isPlan
        else { return nil }
        let number = tokens[figure.index].start
        let isFirst = items.last?.sentence != sentenceNumber
        let start = isFirst ? sentenceStart ?? stretchStart : start(of: figure.left)
        guard number - start < 200 else { return nil }
        if !isFirst, let path = ledRow(start, number) ?? siteRow(start, number) ?? rowOfThisYear(start, number) {
            return Counted(key: path, readings: [[path]], doubt: .company)
        }
        guard isFirst || followsRow(of: table), let opening = opening(at: start) else { return nil }
        for label in labels where label.unit == figure.numeral.unit {
            let length = Self.length(of: label.words, in: flow, at: opening.place)
            guard length > 0, amountEnd(opening.place + length) == number else { continue }
            guard !state.isSince || label.row.hasSuffix("cumulative"), isWholeAmount(figure) else { return nil }
            let path = "\(table).\(label.row)" + (table == "statistics" ? ".count" : "")
            // The text of a county may tell what the county's own offices did, and the table what all did.
            let isFee = label.unit == .money
            return Counted(key: path, readings: [[path]], doubt: isOfArea && !isFee ? .company : nil)
        }
        return nil
    }

    /// Whether the report is that of a county or a city, whose text may speak of its own offices alone.
    var isOfArea: Bool {
        let government = Self.government.first { agency.suffix($0.count).elementsEqual($0) }
        let name = agency.dropLast(government?.count ?? 0)
        return Self.areaEnds.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static let government = ["人民政府办公室", "人民政府办公厅", "政府办公室", "人民政府"].map { Array($0.utf8) }
    private static let areaEnds = ["省", "市", "县", "区", "旗", "州", "盟"].map { Array($0.utf8) }

    /// 政务微信公开政府信息数为9877条.
    private func amountEnd(_ place: Int) -> Int {
        var end = place
        while true {
            let length = Self.length(of: Self.amounts, in: flow, at: end)
            guard length > 0 else { return end }
            end += length
        }
    }

    /// Whether the figure before it in its sentence is another row's: 政务微信公开政府信息12条,政务微博公开政府信息7条.
    private func followsRow(of table: String) -> Bool {
        guard let last = items.last, last.sentence == sentenceNumber else { return false }
        return result.claims[last.claim].readings.first?.first?.hasPrefix(table + ".") ?? false
    }

    /// 参加或举办新闻发布会7次,其中主要负责同志参加6次.
    private func ledRow(_ start: Int, _ number: Int) -> String? {
        let among = Self.length(of: Self.amongThem, in: flow, at: start)
        let words = among > 0 ? Self.length(of: Self.leaders, in: flow, at: start + among) : 0
        guard words > 0, start + among + words == number, let last = items.last, last.sentence == sentenceNumber else {
            return nil
        }
        let row = result.claims[last.claim].readings.first?.first
        return Self.ledRows.first { row == $0 + ".count" }.map { $0 + ".leader.count" }
    }

    private static let bySite = ["通过政府网站公开", "政府网站公开"].map { Array($0.utf8) }

    /// 主动公开政府信息557条,其中通过政府网站公开292条.
    private func siteRow(_ start: Int, _ number: Int) -> String? {
        let among = Self.length(of: Self.amongThem, in: flow, at: start)
        let words = among > 0 ? Self.length(of: Self.bySite, in: flow, at: start + among) : 0
        guard words > 0, start + among + words == number, let last = items.last, last.sentence == sentenceNumber,
            result.claims[last.claim].readings.first == ["annex.disclosed.year"]
        else { return nil }
        return "annex.disclosed.website.year"
    }

    private static let sinceTheBeginning = ".cumulative"

    /// 受理申请历年累计31条,本年度5条: those of the same row that came this year.
    private func rowOfThisYear(_ start: Int, _ number: Int) -> String? {
        guard let last = items.last, last.sentence == sentenceNumber, let opening = opening(at: start),
            opening.saysYear, opening.place == number
        else { return nil }
        let claim = result.claims[last.claim]
        guard claim.readings.first == [claim.key], claim.key.hasPrefix("annex."),
            claim.key.hasSuffix(Self.sinceTheBeginning)
        else { return nil }
        return claim.key.dropLast(Self.sinceTheBeginning.count) + ".year"
    }

    /// Whether it is all there is: 设置政府信息公开查阅点1个,各乡镇设置29个 counts two parts, and of fees only 万元 is the table's.
    private func isWholeAmount(_ figure: Figure) -> Bool {
        switch figure.numeral.unit {
        case .money: return flow.hasPrefix(Self.inTenThousands, at: figure.numeral.unitStart)
        case .things, .times:
            let behind = (figure.index + 1)..<figure.sentence.upperBound
            let next = behind.first { place in
                tokens[place].number.map { scanner.numerals[$0].unit == figure.numeral.unit } ?? false
            }
            guard let next else { return true }
            return tokens[behind.lowerBound..<next].contains { $0.term == .amongThem }
        default: return true
        }
    }

    // MARK: 未收到政府信息公开方面的举报投诉

    private static let verbs = ["收到", "接到", "发生", "出现", "受到", "有", "发现", "收到过"].map { Array($0.utf8) }
    private static let prepositions = ["关于", "涉及", "针对", "因", "对", "有关"].map { Array($0.utf8) }
    private static let matter = ["政府信息公开工作", "政府信息公开", "信息公开工作", "信息公开"].map { Array($0.utf8) }
    private static let links = ["方面的", "方面", "工作方面的", "引起的", "引发的", "相关的", "的"].map { Array($0.utf8) }
    private static let complaints = ["举报投诉", "投诉举报", "举报、投诉", "投诉、举报", "举报和投诉", "投诉和举报"].map { Array($0.utf8) }
    private static let tail = ["情况", "事项", "案件", "的情况", "情况发生"].map { Array($0.utf8) }

    /// Reads the denial of both complaints and reports, which one row counts; 有效投诉 and 超期投诉 are some of them.
    mutating func denyComplaints(at index: Int, to end: Int) {
        guard case .statistics = teller.paths.era, state.scope == nil,
            opening(at: sentenceStart ?? stretchStart)?.place == tokens[index].start
        else { return }
        var place = tokens[index].end
        let parts = [Self.verbs, Self.prepositions, Self.matter, Self.links, Self.complaints, Self.tail]
        for (part, words) in parts.enumerated() {
            let length = Self.length(of: words, in: flow, at: place)
            // In the section on disputes 没有收到举报投诉 is said of no other matter.
            guard length > 0 || part != 4 && (part != 2 || state.section == "disputes") else { return }
            place += length
        }
        let border = end < tokens.count ? tokens[end].start : stretchEnd
        guard place == border else { return }
        let path = "statistics.complaints.count"
        appendZero(key: path, readings: [[path]], tokens: index..<end, isDenial: true)
    }
}
