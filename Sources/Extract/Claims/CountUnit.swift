/// What a number of the narrative counts in.
enum CountUnit: UInt8, Sendable {
    case none
    /// 件 份 起 宗 例 件次: cases and papers.
    case cases
    /// 条: items of information.
    case items
    /// 篇: articles.
    case articles
    /// 次 场 期 …: events.
    case times
    /// 个 项 家 部 …: other things.
    case things
    /// 人 名 人次 …: people.
    case people
    case money
    case percent
    /// 个百分点.
    case points

    /// Whether applications and cases are counted in it.
    var countsCases: Bool { self == .cases || self == .items || self == .none || self == .things || self == .times }

    /// Whether lists add things of this unit up.
    var isListed: Bool { self == .cases || self == .items || self == .articles || self == .things }

    /// The units as printed, the longest first of those that begin alike.
    static let printed: [(text: [UInt8], unit: Self)] = words([
        ("个百分点", .points), ("亿元", .money), ("万元", .money), ("元", .money), ("%", .percent), ("人次", .people),
        ("件次", .cases), ("条次", .items), ("篇次", .articles), ("场次", .times), ("件", .cases), ("份", .cases),
        ("起", .cases), ("宗", .cases), ("例", .cases), ("条", .items), ("篇", .articles), ("次", .times), ("场", .times),
        ("期", .times), ("个", .things), ("项", .things), ("家", .things), ("部", .things), ("批", .things),
        ("册", .things), ("辑", .things), ("户", .things), ("人", .people), ("名", .people), ("位", .people), ("所", .things),
    ])

    private static func words(_ list: [(String, Self)]) -> [(text: [UInt8], unit: Self)] {
        list.map { (Array($0.0.utf8), $0.1) }
    }

    /// What may not follow a unit's character: 个月 is no count of things, 件事 no count of cases.
    static let others: [(unit: [UInt8], next: [[UInt8]])] = next([
        ("个", "工作日 月 自然日 小时 百分 方面 人 别"), ("件", "事 实事"), ("人", "民 大"), ("条", "例 龙"), ("部", "门 分 署"),
        ("期", "间 限"), ("次", "日"), ("名", "单"),
    ])

    private static func next(_ list: [(String, String)]) -> [(unit: [UInt8], next: [[UInt8]])] {
        list.map { (Array($0.0.utf8), $0.1.split(separator: " ").map { Array($0.utf8) }) }
    }
}
