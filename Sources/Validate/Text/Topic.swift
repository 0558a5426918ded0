internal import Bytes

/// What rules look for in a report's text: words, all found in one pass over the narrative.
enum Topic: Int, CaseIterable, Sendable {
    /// What sites of model essays print around a text.
    case reposted
    /// What a form prints for its filler.
    case template
    /// What stands for a name or a number that is to be filled in.
    case placeholder
    /// One sign that stands for a number, with the unit behind it.
    case blankNumber
    /// How a note in brackets to the form's filler ends.
    case note
    /// 信息处理费.
    case processingFee
    /// A bureau, a department, a town, a township or a street office speaking of itself.
    case ownDepartment, ownTown, ownStreet
    /// How a body tells that it does its duty, behind its name.
    case dutiful
    /// Who answers questions on the report.
    case contact
    /// Who wrote the report.
    case authored
    /// How the report announces its parts.
    case parts
    /// How it begins to name them, where it does not say how many they are.
    case named
    /// The last day of the period that is reported on.
    case periodEnd
    /// The same in other spellings.
    case spelledPeriodEnd
    /// Where the report names itself.
    case presented
    /// A comparison with the year before.
    case growth
    /// A number of the year before.
    case lastYear

    var words: [String] {
        switch self {
        case .reposted:
            [
                "网友上传", "不代表本站", "原创文章", "精品范文", "范文大全", "优秀范文", "范文参考", "范文网", "欢迎参考", "公务员之家",
                "文秘网", "文秘站", "免费下载本文", "转载请注明", "本文来源于", "文章来源于网络",
            ]
        case .template:
            [
                "样表", "文字描述", "空白待填", "此处填写", "待填写", "请填写", "此处报告。)", "(模板)", "(范本)", "(空表)", "请在此处", "(单位名称)",
                "(机关名称)",
                "(行政机关名称)", "(待补充)", "(待完善)", "(待填)", "X月X日", "×月×日", "___", "(参考模板)", "(参考范本)", "(参考格式)", "(参考样式)",
                "(参考样本)",
                "(模版)", "(参考模版)", "(范文)", "【填写说明", "(填写说明", "【填表说明", "(填表说明", "202X年", "202x年", "202×年", "201X年",
                "201x年", "201×年", "20X年", "20×年",
            ]
        case .placeholder: ["XX", "xx", "××", "X年X", "×年×", "□□", "○○"]
        case .blankNumber:
            ["X", "×"].flatMap { sign in ["条", "件", "次", "份", "篇", "起", "人次", "万元", "项", "%"].map { sign + $0 } }
        case .note: ["填写)", "填报)", "补充)", "描述)", "修改)", "删除)"]
        case .processingFee: ["信息处理费"]
        case .ownDepartment: ["我局", "我厅", "本厅", "本局", "我委"]
        case .ownTown: ["我镇", "本镇", "我乡", "本乡"]
        case .ownStreet: ["我街道", "本街道", "我办事处", "本办事处"]
        case .dutiful:
            [
                "高度重视", "认真贯彻", "深入贯彻", "全面贯彻", "坚持以", "严格按照", "严格执行", "严格落实", "认真落实", "紧紧围绕", "不断完善",
                "扎实推进", "积极推进", "共主动公开", "主动公开政府信息", "共收到政府信息公开申请", "收到政府信息公开申请",
                "未收取", "没有收取", "未收到", "没有收到", "未发生", "没有发生",
                "在工作中还存在", "在工作中仍存在", "在工作中存在", "政府信息公开工作还存在", "政府信息公开工作仍存在",
            ]
        case .contact: ["请与", "请联系", "可与", "请同"]
        case .authored: ["编制", "编写"]
        case .parts: ["部分", "方面组成", "组成。", "构成。"]
        case .named: ["报告包括", "报告包含", "报告内容包括", "报告主要包括", "年报包括", "全文包括", "报告由", "年报由", "全文由"]
        case .periodEnd: ["12月31日"]
        case .spelledPeriodEnd: ["12.31", "12-31", "12/31", "1231日", "十二月三十一日"]
        case .presented: ["现将", "现公布", "现发布", "现予", "特公布", "特此公布", "特向社会公布", "现向社会公布"]
        case .growth:
            [
                "同比", "比上年", "比去年", "较上年", "较去年", "上年相比", "去年相比", "比20", "较20", "与20", "同20", "上年同期相比",
                "去年同期相比",
            ]
        case .lastYear: ["上年同期", "去年同期"]
        }
    }

    /// The words of all topics, and the topic of each.
    static let matcher = PhraseMatcher(allCases.flatMap { topic in topic.words.map { Array($0.utf8) } })
    static let owners: [Topic] = allCases.flatMap { topic in topic.words.map { _ in topic } }
}
