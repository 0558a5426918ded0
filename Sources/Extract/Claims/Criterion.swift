internal import Model

/// By what the words of a part of a list tell it from others that it may overlap with.
enum Criterion: Sendable {
    case none
    /// 主动公开, 全文公开, 可网上办理: what was made of it.
    case published
    /// 已完工, 采纳, 面复.
    case done
    case sex, party, people, schooling, rank, age
}

extension StretchReader {
    private static let criteria: [(criterion: Criterion, words: [[UInt8]])] = [
        (.published, phrases("已公开 主动公开 全文公开 公开答复 可公开 予以公开 可网上 可网办 网办 即办 一次办 配发")),
        (.done, phrases("已完工 已完成 已办结 采纳 采用 面复 已答复 满意")),
    ]
    private static let persons: [(criterion: Criterion, words: [[UInt8]])] = [
        (.sex, phrases("女 男")), (.party, phrases("党员 团员")), (.people, phrases("少数民族")),
        (.schooling, phrases("本科 研究生 硕士 博士 大专 学历")), (.rank, phrases("职称")), (.age, phrases("岁 退休")),
    ]

    func criterion(_ figure: Figure) -> Criterion {
        guard figure.role == .count, items.last?.sentence == sentenceNumber else { return .none }
        let own = start(of: figure.left)..<tokens[figure.index].start
        guard own.count <= Self.longestPart else { return .none }
        let criteria = figure.numeral.unit == .people ? Self.persons : Self.criteria
        return criteria.first { $0.words.contains { flow.holds($0, in: own) } }?.criterion ?? .none
    }

    /// The length of twenty characters.
    private static let longestPart = 60
}
