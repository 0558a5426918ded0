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

    /// Whether papers are counted in it.
    var countsPapers: Bool { self == .cases || self == .items || self == .articles }

    /// Whether lists add things of this unit up.
    var isListed: Bool { self == .cases || self == .items || self == .articles || self == .things }

    /// A unit as printed.
    struct Printed: Sendable {
        let text: [UInt8]
        /// Its first character.
        let lead: UInt32
        let unit: CountUnit
        /// What may not follow it: 个月 is no count of things, 件事 no count of cases.
        let others: [[UInt8]]

        init(_ text: String, _ unit: CountUnit) {
            self.text = Array(text.utf8)
            lead = text.unicodeScalars.first?.value ?? 0
            self.unit = unit
            others = CountUnit.others[text, default: ""].split(separator: " ").map { Array($0.utf8) }
        }
    }

    /// The units as printed, the longest first of those that begin alike.
    static let printed: [Printed] = [
        ("个百分点", .points), ("亿元", .money), ("万元", .money), ("元", .money), ("%", .percent), ("人次", .people),
        ("件次", .cases), ("条次", .items), ("篇次", .articles), ("场次", .times), ("批次", .things), ("件", .cases),
        ("份", .cases),
        ("起", .cases), ("宗", .cases), ("例", .cases), ("条", .items), ("篇", .articles), ("次", .times), ("场", .times),
        ("期", .times), ("个", .things), ("项", .things), ("家", .things), ("部", .things), ("批", .things),
        ("册", .things), ("辑", .things), ("户", .things), ("人", .people), ("名", .people), ("位", .people), ("所", .things),
        ("封", .things),
    ].map(Printed.init)

    private static let others = [
        "个": "工作日 月 自然日 小时 百分 方面 人 别 部分 章节 板块 环节 层面 阶段", "件": "事 实事", "人": "民 大", "条": "例 龙", "部": "门 分 署",
        "期": "间 限", "次": "日", "名": "单",
    ]
}
