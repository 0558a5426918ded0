import Model

/// The words by which the headings of a section are told: one list for all forms, because the headings that reports
/// print drift from form to form far more freely than the forms themselves do.
enum SectionWords {
    /// What a heading of the section has, or else what alone tells a chapter; and what neither may have.
    typealias Words = (all: [[String]], briefly: [[String]], none: [String])

    static let overview: Words = (
        [["概述"], ["总体情况"], ["基本情况"], ["概况"], ["组织推进", "情况"], ["整体情况"], ["总体", "情况"], ["综述"]],
        [],
        ["主动公开", "依申请", "公开申请", "申请公开", "复议", "诉讼", "收费"]
    )
    static let proactive: Words = (
        [["主动公开", "情况"], ["主动公开政府信息"], ["政府信息主动公开"]],
        [["主动公开"], ["公开", "内容"]],
        ["依申请", "公开申请", "不予公开", "复议", "诉讼", "收费", "信息数", "文件数"]
    )
    static let applications: Words = (
        [["依申请公开"], ["公开申请"], ["收到和处理", "申请"], ["申请公开", "情况"], ["不予公开政府信息"]],
        [["依申请"], ["申请公开"], ["申请", "办理"]],
        ["复议", "诉讼", "收费", "减免", "费用", "主动公开", "申请数", "不再处理", "申请总数"]
    )
    static let fees: Words = (
        [["收费"], ["减免"]],
        [["费用"]],
        ["行政事业性收费", "收费金额"]
    )
    static let disputes: Words = (
        [["复议", "诉讼"], ["复议", "情况"], ["诉讼", "情况"], ["申诉", "情况"]],
        [["复议"], ["诉讼"]],
        ["复议数", "诉讼数", "诉讼请求", "复议后起诉", "申诉、举报数"]
    )
    static let problems: Words = (
        [
            ["存在", "问题"], ["主要问题"], ["问题", "改进"], ["问题", "整改"], ["存在", "不足"],
            ["改进", "情况"], ["改进措施"], ["整改措施"], ["不足", "打算"], ["不足", "改进"], ["问题", "打算"], ["问题", "措施"],
            ["问题", "对策"], ["问题", "计划"],
        ],
        [["问题"], ["不足"], ["困难"]],
        []
    )
    static let other: Words = (
        [["其他", "报告"], ["其他", "事项"], ["其它", "报告"], ["其它", "事项"], ["需要报告"], ["需要说明", "事项"]],
        [["其他"], ["其它"]],
        ["对外管理服务", "行政查询"]
    )
    static let annex: Words = (
        [["附表"], ["附件", "统计表"]],
        [],
        ["需要说明"]
    )
}

extension SectionForm {
    init(
        _ id: String,
        _ heading: String,
        _ english: String,
        _ words: SectionWords.Words,
        isRequired: Bool = true,
        missing: Finding.Severity = .error,
        requiredUntil: Int? = nil,
        basis: String
    ) {
        self.init(
            id: id,
            heading: heading,
            english: english,
            isRequired: isRequired,
            missingSeverity: missing,
            requiredUntil: requiredUntil,
            basis: basis,
            words: words.all,
            briefWords: words.briefly,
            otherWords: words.none
        )
    }

    /// The six sections under the Regulation as revised in 2019, as `document` lays them out.
    static func revised(document: String, missingOther: Finding.Severity) -> [Self] {
        let overview = Self("overview", "总体情况", "overview", SectionWords.overview, basis: document + " 一、总体情况")
        let other = Self(
            "other",
            "其他需要报告的事项",
            "other matters",
            SectionWords.other,
            missing: missingOther,
            basis: article50 + "第（五）项"
        )
        return [overview] + revisedItems + [other]
    }

    private static let article50 = "《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条"

    /// What art. 50 lists of the Regulation as revised in 2019 (国务院令第711号), without its last item.
    private static let revisedItems = [
        Self(
            "proactive",
            "主动公开政府信息情况",
            "proactive disclosure",
            SectionWords.proactive,
            basis: article50 + "第（一）项"
        ),
        Self(
            "applications",
            "收到和处理政府信息公开申请情况",
            "applications for disclosure",
            SectionWords.applications,
            basis: article50 + "第（二）项"
        ),
        Self(
            "disputes",
            "政府信息公开行政复议、行政诉讼情况",
            "administrative review and litigation",
            SectionWords.disputes,
            basis: article50 + "第（三）项"
        ),
        Self(
            "problems",
            "存在的主要问题及改进情况",
            "problems and improvements",
            SectionWords.problems,
            basis: article50 + "第（四）项"
        ),
    ]

    /// The sections under the Regulation of 2007, and the annex with the table.
    static func original(annexBasis: String) -> [Self] {
        let overview = Self(
            "overview",
            "概述",
            "overview",
            SectionWords.overview,
            isRequired: false,
            basis: "各地年度报告编制通知"
        )
        let annex = Self("annex", "附表", "annex", SectionWords.annex, isRequired: false, basis: annexBasis)
        return [overview] + originalItems + [annex]
    }

    private static let article32 = "《中华人民共和国政府信息公开条例》（国务院令第492号）第三十二条"

    /// What art. 32 lists of the Regulation of 2007 (国务院令第492号).
    private static let originalItems = [
        Self(
            "proactive",
            "主动公开政府信息的情况",
            "proactive disclosure",
            SectionWords.proactive,
            basis: article32 + "第（一）项"
        ),
        Self(
            "applications",
            "依申请公开政府信息和不予公开政府信息的情况",
            "disclosure on application and refusals",
            SectionWords.applications,
            basis: article32 + "第（二）项"
        ),
        Self(
            "fees",
            "政府信息公开的收费及减免情况",
            "fees and exemptions",
            SectionWords.fees,
            requiredUntil: 2018,
            basis: article32 + "第（三）项"
        ),
        Self(
            "disputes",
            "因政府信息公开申请行政复议、提起行政诉讼的情况",
            "administrative review and litigation",
            SectionWords.disputes,
            basis: article32 + "第（四）项"
        ),
        Self(
            "problems",
            "存在的主要问题及改进情况",
            "problems and improvements",
            SectionWords.problems,
            basis: article32 + "第（五）项"
        ),
        Self(
            "other",
            "其他需要报告的事项",
            "other matters",
            SectionWords.other,
            isRequired: false,
            basis: article32 + "第（六）项"
        ),
    ]
}
