import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Single sentences in a report whose tables are known: 5 received and 2 carried in; 6 processed, of which 3 granted,
/// 1 granted in part, 1 refused, 1 not held; 1 carried out; 3 reviews (1 upheld, 2 corrected), no lawsuit; 4 normative
/// documents issued, 1 repealed, 20 in force; 54 penalties, 273 permits, 739.0766 万元 of fees.
struct ClaimRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var sentence: String
        var rules: [String]
        var section = "overview"
        var testDescription: String { sentence }

        init(_ sentence: String, _ rules: String..., section: String = "overview") {
            self.sentence = sentence
            self.rules = rules
            self.section = section
        }
    }

    static let table = "claim.contradicts-table"
    static let zero = "claim.zero"
    static let sum = "claim.list-sum"
    static let share = "claim.percentage"
    static let twice = "claim.repeated"

    static let sound: [Case] = [
        Case("全年共收到政府信息公开申请7件（含上年结转2件），办结6件，结转下年度1件。"),
        Case("共收到政府信息公开申请5件，上年结转2件；答复6件，结转下一年度继续办理1件。"),
        Case("本年新收政府信息公开申请五件，较上年增长25%。"),
        Case("与2022年收到申请8件相比，2023年收到政府信息公开申请5件。"),
        Case("2022年收到政府信息公开申请12件，办结11件；2023年收到政府信息公开申请5件。"),
        Case("办理政府信息公开申请，按时答复3件，延期答复2件。"),
        Case("按时办结率100%，收到的政府信息公开申请均按期答复。"),
        Case("予以公开3件、部分公开1件、不予公开1件、无法提供1件。", section: "applications"),
        Case("已办结的政府信息公开申请中，予以公开及部分公开4件，占66.7%。", section: "applications"),
        Case("行政复议维持1件，纠正2件，共3件。", section: "disputes"),
        Case("因政府信息公开被申请行政复议3件，未发生行政诉讼，继续保持零败诉。", section: "disputes"),
        Case("全市行政复议备案134件，行政诉讼备案57件。", section: "disputes"),
        Case("承办行政复议案件134件，代理行政诉讼57件。"),
        Case("区政府办代表区政府受理政府信息公开申请17件。"),
        Case("全市共收到政府信息公开申请95件。"),
        Case("制发行政规范性文件4件，废止1件，现行有效20件；参与起草市政府规范性文件3件。", section: "proactive"),
        Case("清理规范性文件206件，备案审查规范性文件8件，转发规范性文件7件。", section: "proactive"),
        Case("行政处罚54件，作出行政许可决定273件，收取行政事业性收费7390766元。", section: "proactive"),
        Case("清理规范性文件26件，其中14件保留，11件列入修改，1件废止。", section: "proactive"),
        Case("公示行政许可信息800条、行政处罚信息90条，受理行政许可申请300件。", section: "proactive"),
        Case("收到咨询17件，受理信访事项20件，办理人大建议30件，均已办结。"),
        Case("收到政府信息公开申请近6件，答复5件以上。"),
        Case("2023年公开信息293条，其中规范性文件类28条，公告类27条，财政类2条。"),
        Case("发布信息4464条，其中，文件1条、政策类8条、业务类283条，办理结果74条等。"),
        Case("公开信息1669条，其中网站774条。"),
        Case("收到许可申请39件中网络申请34件，信函申请5件，信函占12.8%。"),
        Case("信息共44条，其中网络类39条，占88.6%，信函类5条，占11.4%。"),
        Case("发布信息100条，其中动态60条（其中要闻20条，快讯40条），公告40条。"),
        Case("收到政府信息公开申请5件，其中自然人5件，办结6件。"),
        Case("计划2024年收到的政府信息公开申请控制在3件以内。"),
        Case("未收到对答复不满的投诉，未发生泄密事件。"),
        Case("无未答复的政府信息公开申请。"),
    ]

    static let faulty: [Case] = [
        Case("全年共收到政府信息公开申请9件。", table),
        Case("全年共收到政府信息公开申请９件。", table),
        Case("全年共收到政府信息公开申请九件。", table),
        Case("全年共收到政府信息公开申请1,005件。", table),
        Case("全年共收到政府信息公开申请１，００５件。", table),
        Case("全年共收到政府信息公开申请三百零五条。", table),
        Case("全年共收到9份政府信息公开申请。", table),
        Case("收到政府信息公开申请10余件。", table),
        Case("受理信息公开申请近百件，共18万余件。", table),
        Case("收到政府信息公开申请5件，办结17件。", table),
        Case("收到政府信息公开申请5件，上年结转3件。", table),
        Case("收到政府信息公开申请5件，结转下年度继续办理4件。", table),
        Case("收到政府信息公开申请5件，其中自然人申请2件。", table),
        Case("办结政府信息公开申请6件，无法提供9件。", table, section: "applications"),
        Case("予以公开及部分公开7件，不予公开1件。", table, section: "applications"),
        Case("收到政府信息公开申请，办结率为100%。", table, section: "applications"),
        Case("因政府信息公开被申请行政复议4件。", table, section: "disputes"),
        Case("信息公开类行政复议3件，行政诉讼2件。", table, section: "disputes"),
        Case("信息公开类行政复议3件，均获维持。", table, section: "disputes"),
        Case("信息公开行政复议、行政诉讼各3件。", table, section: "disputes"),
        Case("政府信息公开行政复议、行政诉讼分别为3件、2件。", table, section: "disputes"),
        Case("作出行政处罚决定900件。", table, section: "proactive"),
        Case("制发行政规范性文件14件。", table, section: "proactive"),
        Case("制发规范性文件4件，废止2件。", table, section: "proactive"),
        Case("收取行政事业性收费739.0766元。", table, section: "proactive"),
        Case("2023年，我局未收到政府信息公开申请。", zero),
        Case("没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", zero, section: "disputes"),
        Case("政府信息公开行政复议、行政诉讼均为零。", zero, section: "disputes"),
        Case("没有上年结转的政府信息公开申请。", zero, section: "applications"),
        Case("公开信息53条，其中文件2条，动态5条，公告43条，其他4条。", sum),
        Case("发布信息372条，其中网站331条，公众号61条。", sum),
        Case("公开信息276条，其中文件216条，动态50条，公告100余条。", sum),
        Case("网站公开信息累计357条，概况信息10条，工作动态220条，通知文告130条，行政执法15条，财政财务2条。", sum),
        Case("公开信息2251条，其中文件类1条，公告类16条，动态类7条，其他信息1859条。", sum),
        Case("信息共44条，其中网络类39条，占86.8%，信函类5条，占11.4%。", share),
        Case("在“青禾发布”发布信息1057篇，全年“青禾发布”公众号推送信息1165篇。", twice),
        Case("主动公开政府信息300条。全年主动公开政府信息320条。", twice),
    ]

    private func truth() throws -> ReportTruth {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2023, seed: 11)
        for table in truth.tables where table.form.id != "proactive" {
            for row in table.form.rows {
                for column in table.columns(of: row) { truth.set(table.form.id, row.id, column, to: Quantity(0)) }
            }
        }
        let applications = [
            ("received", 5), ("carried_in", 2), ("granted", 3), ("partly_granted", 1), ("refused.third_party", 1),
            ("unavailable.not_held", 1), ("processed_total", 6), ("carried_out", 1),
        ]
        for (row, value) in applications {
            for column in ["natural_person", "total"] { truth.set("applications", row, column, to: Quantity(value)) }
        }
        for (column, value) in [("upheld", 1), ("corrected", 2), ("total", 3)] {
            truth.set("disputes", "review", column, to: Quantity(value))
        }
        for (column, value) in [("issued", 4), ("repealed", 1), ("in_force", 20)] {
            truth.set("proactive", "normative_documents", column, to: Quantity(value))
        }
        truth.set("proactive", "penalties", "decisions", to: Quantity(54))
        truth.set("proactive", "permits", "decisions", to: Quantity(273))
        truth.set("proactive", "fees", "amount", to: Quantity(significand: 7_390_766, scale: 4))
        return truth
    }

    func rules(_ item: Case) throws -> [String] {
        try truth().claimRules(saying: item.sentence, in: item.section)
    }

    @Test(
        arguments: Self.sound + Self.soundWordings + Self.soundCompany + Self.soundBodies + Self.soundReports
            + Self.soundSubsets + Self.soundNeighbours + Self.soundAnnounced + Self.soundStatements
            + Self.soundOtherMatters + Self.soundOtherNouns + Self.soundBounds + Self.soundShares + Self.soundNothing
            + Self.soundWithinYear + Self.soundCorrections + Self.soundDefences + Self.soundSaid
            + Self.soundScopes + Self.soundOverlaps + Self.soundTotals + Self.soundSiblings
            + Self.soundOtherMeans
    )
    func findsNothingWhereSomeReadingAgrees(_ item: Case) throws {
        #expect(try rules(item) == [])
    }

    @Test(
        arguments: Self.faulty + Self.faultyWordings + Self.faultyCompany + Self.faultyBodies + Self.faultyReports
            + Self.faultySubsets + Self.faultyNeighbours + Self.faultyAnnounced + Self.faultyStatements
            + Self.faultyOtherMatters + Self.faultyOtherNouns + Self.faultyBounds + Self.faultyShares
            + Self.faultyNothing
            + Self.faultyWithinYear + Self.faultyCorrections + Self.faultyDefences + Self.faultySaid
            + Self.faultyScopes + Self.faultyOverlaps + Self.faultyTotals + Self.faultySiblings
            + Self.faultyOtherMeans
    )
    func findsWhatNoReadingExplains(_ item: Case) throws {
        let found = try rules(item)
        for rule in item.rules { #expect(found.contains(rule), "\(found)") }
    }

    /// 均已审结, 全部胜诉 of two lawsuits of which one is open.
    @Test func whatIsOpenHasNotEnded() throws {
        var truth = try truth()
        for (column, value) in [("upheld", 1), ("pending", 1), ("total", 2)] {
            truth.set("disputes", "litigation_direct", column, to: Quantity(value))
        }
        let lawsuits = "因政府信息公开被提起行政诉讼2件"
        for end in ["均已审结", "均已审结，全部胜诉", "均胜诉"] {
            #expect(try truth.claimRules(saying: "\(lawsuits)，\(end)。", in: "disputes") == [Self.table], "\(end)")
        }
        for all in ["政府信息公开行政复议、行政诉讼案件均已审结。", "2023年，行政诉讼案件全部审结。"] {
            #expect(try truth.claimRules(saying: all, in: "disputes") == [Self.table], "\(all)")
        }
        for others in ["拆迁类行政诉讼案件均已审结。", "2022年行政诉讼案件均已审结。", "行政复议案件均已审结。"] {
            #expect(try truth.claimRules(saying: others, in: "disputes") == [], "\(others)")
        }
        for end in ["1件已审结", "零败诉", "截至目前均已审结", "一审均已审结"] {
            #expect(try truth.claimRules(saying: "\(lawsuits)，\(end)。", in: "disputes") == [], "\(end)")
        }
    }

    /// A share that another share of the same whole explains and a slip of the pen are one fault.
    @Test func aPercentageIsReportedOnce() throws {
        let sentence = "发布信息102条，网站46条，占45.10%；微信33条，占23.35%。"
        #expect(try rules(Case(sentence, section: "overview")) == [Self.share])
    }

    /// Nobody writes a hundred figures into one sentence; weighing each against all others would take for ever.
    @Test func aSentenceOfTooManyFiguresIsNotJudged() throws {
        let pieces = (0..<120).map { "收到政府信息公开申请\($0 % 7 + 80)件" }
        #expect(try rules(Case(pieces[0] + "。")) == [Self.table])
        #expect(try !rules(Case(pieces.joined(separator: "，") + "。")).contains(Self.table))
    }
}
