internal import Model

/// By what the words of a part of a list tell it from others that it may overlap with.
enum Criterion: Sendable {
    case none
    /// 主动公开, 全文公开, 可网上办理: what was made of it.
    case published
    /// 已完工, 采纳, 面复.
    case done
    case sex, party, people, schooling, rank, age
    /// 首页推荐, 阅读量过千: where it stood, and how many saw it.
    case placed
    /// 同一申请人提出: who asked.
    case raised
    /// 图解, 原创, 专家解读: how it is told, where it is from, and who tells it. Many lists have these as kinds of one thing.
    case form, origin, teller

    var isKind: Bool { self == .form || self == .origin || self == .teller }
}

extension StretchReader {
    private static let criteria: [(criterion: Criterion, words: [Word])] = [
        (.published, words("已公开 主动公开 全文公开 全文电子化 公开答复 可公开 予以公开 可网上 可网办 网办 即办 一次办 配发")),
        (.done, words("已完工 已完成 已办结 采纳 采用 面复 已答复 满意")),
        (.raised, words("同一申请人 名申请人 位申请人 人提出 名群众 位群众 同一人")),
        (.placed, words("首页 头条 置顶 阅读量 点击量 浏览量")),
        (.teller, words("负责人 负责同志 领导解读 部门解读 专家 媒体解读")),
        (.form, words("图片 配图 图文 图解 图表 长图 文字 视频 音频 动漫 动画 海报")),
        (.origin, words("原创 自采 转载 转发")),
    ]
    private static let persons: [(criterion: Criterion, words: [Word])] = [
        (.sex, words("女 男")), (.party, words("党员 团员")), (.people, words("少数民族")),
        (.schooling, words("本科 研究生 硕士 博士 大专 学历")), (.rank, words("职称")), (.age, words("岁 退休")),
    ]

    private static func words(_ list: String) -> [Word] { phrases(list).map { Word($0) } }

    func criterion(_ figure: Figure) -> Criterion {
        guard figure.role == .count, figure.marker != nil || items.last?.sentence == sentenceNumber else {
            return .none
        }
        let before = start(of: figure.left)..<tokens[figure.index].start
        let own = before.count > Self.shortestWord ? before : behind(figure)
        guard own.count <= Self.longestPart else { return .none }
        let criteria = figure.numeral.unit == .people ? Self.persons : Self.criteria
        let mask = WordMask(flow.bytes, own)
        return criteria.first { $0.words.contains { flow.holds($0, in: own, mask) } }?.criterion ?? .none
    }

    /// 212条配图;106条被首页采用: the words up to the end of the clause.
    private func behind(_ figure: Figure) -> Range<Int> {
        let start = tokens[figure.index].end
        let next = tokens[(figure.index + 1)..<figure.sentence.upperBound].first(where: \.endsClause)
        return start..<max(start, next?.start ?? stretchEnd)
    }

    /// 有.
    private static let shortestWord = 3
    /// The length of twenty characters.
    private static let longestPart = 60
}
