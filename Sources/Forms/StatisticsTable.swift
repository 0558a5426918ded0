/// The 政府信息公开情况统计表 of the form of 2014: 58 indicators, each with its unit and one number.
///
/// Labels as two real tables print them. The six reasons under 不同意公开答复数 carry no number of their own, and
/// 被依法纠错数 and 其他情形数 occur twice: the group tells which is meant.
enum StatisticsTable {
    static let id = "statistics"

    static let table = TableForm(
        id: id,
        section: "annex",
        title: "政府信息公开情况统计表",
        english: "statistics of disclosure",
        columns: [ColumnForm("count", "统计数", "count", or: ["数量", "数值"])],
        rows: disclosure + responses + applications + disputes + resources,
        mergedRows: [],
        isOneLine: false,
        furniture: [
            "统计指标", "指标名称", "单位", "计量单位", "统计数", "填报单位", "政府信息公开情况统计表",
            "一、主动公开情况", "（二）通过不同渠道和方式公开政府信息的情况", "二、回应解读情况", "（二）通过不同渠道和方式回应解读的情况",
            "三、依申请公开情况", "八、机构建设和保障经费情况", "九、政府信息公开会议和培训情况",
            "（不同渠道和方式公开相同信息计1条）", "（不同方式回应同一热点或舆情计1次）", "（不包括政府公报及政府网站工作人员数）",
            "（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
            "条", "件", "次", "篇", "个", "人", "人次", "万元",
        ],
        anchors: [
            "政府信息公开情况统计表", "统计指标", "一、主动公开情况", "（一）主动公开政府信息数",
            "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
        ],
        codeHeads: ["代码", "指标代码", "序号", "编号", "行次"]
    )

    private static let disclosure: [RowForm] = [
        RowForm(
            "disclosed",
            "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
            "information disclosed",
            or: ["主动公开政府信息数"],
            group: "主动公开情况",
            unit: "条"
        ),
        RowForm("disclosed.normative", "其中：主动公开规范性文件数", "normative documents disclosed", group: "主动公开政府信息数", unit: "条"),
        RowForm("normative_issued", "制发规范性文件总数", "normative documents issued", group: "主动公开政府信息数", unit: "件"),
        RowForm("channel.gazette", "1.政府公报公开政府信息数", "disclosed in the gazette", group: "通过不同渠道和方式公开政府信息的情况", unit: "条"),
        RowForm("channel.website", "2.政府网站公开政府信息数", "disclosed on the website", group: "通过不同渠道和方式公开政府信息的情况", unit: "条"),
        RowForm("channel.weibo", "3.政务微博公开政府信息数", "disclosed on Weibo", group: "通过不同渠道和方式公开政府信息的情况", unit: "条"),
        RowForm("channel.wechat", "4.政务微信公开政府信息数", "disclosed on WeChat", group: "通过不同渠道和方式公开政府信息的情况", unit: "条"),
        RowForm(
            "channel.other",
            "5.其他方式公开政府信息数",
            "disclosed by other channels",
            group: "通过不同渠道和方式公开政府信息的情况",
            unit: "条"
        ),
    ]

    private static let responses: [RowForm] = [
        RowForm(
            "responses",
            "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
            "responses to public concerns",
            // Big5 has neither of the characters 衆 and 爲, which converters write for 众 and 为.
            or: [
                "回应公众关注热点或重大舆情数", "回应公关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "回应公关注热点或重大舆情数",
            ],
            group: "回应解读情况",
            unit: "次"
        ),
        RowForm("responses.press", "1.参加或举办新闻发布会总次数", "press conferences", group: "通过不同渠道和方式回应解读的情况", unit: "次"),
        RowForm(
            "responses.press.leader",
            "其中：主要负责同志参加新闻发布会次数",
            "press conferences with the head",
            group: "通过不同渠道和方式回应解读的情况",
            unit: "次"
        ),
        RowForm("responses.interview", "2.政府网站在线访谈次数", "online interviews", group: "通过不同渠道和方式回应解读的情况", unit: "次"),
        RowForm(
            "responses.interview.leader",
            "其中：主要负责同志参加政府网站在线访谈次数",
            "online interviews with the head",
            group: "通过不同渠道和方式回应解读的情况",
            unit: "次"
        ),
        RowForm("responses.articles", "3.政策解读稿件发布数", "explanatory articles", group: "通过不同渠道和方式回应解读的情况", unit: "篇"),
        RowForm(
            "responses.social",
            "4.微博微信回应事件数",
            "responses on Weibo and WeChat",
            group: "通过不同渠道和方式回应解读的情况",
            unit: "次"
        ),
        RowForm("responses.other", "5.其他方式回应事件数", "other responses", group: "通过不同渠道和方式回应解读的情况", unit: "次"),
    ]

    private static let applications: [RowForm] = [
        RowForm("received", "（一）收到申请数", "applications received", group: "依申请公开情况", unit: "件"),
        RowForm("received.in_person", "1.当面申请数", "received in person", group: "收到申请数", unit: "件"),
        RowForm("received.fax", "2.传真申请数", "received by fax", group: "收到申请数", unit: "件"),
        RowForm("received.online", "3.网络申请数", "received online", group: "收到申请数", unit: "件"),
        RowForm("received.letter", "4.信函申请数", "received by letter", group: "收到申请数", unit: "件"),
        RowForm("closed", "（二）申请办结数", "applications closed", group: "依申请公开情况", unit: "件"),
        RowForm("closed.on_time", "1.按时办结数", "closed on time", group: "申请办结数", unit: "件"),
        RowForm("closed.extended", "2.延期办结数", "closed after extension", group: "申请办结数", unit: "件"),
        RowForm("answered", "（三）申请答复数", "applications answered", group: "依申请公开情况", unit: "件"),
        RowForm("answered.already_public", "1.属于已主动公开范围数", "already public", group: "申请答复数", unit: "件"),
        RowForm("answered.granted", "2.同意公开答复数", "granted", group: "申请答复数", unit: "件"),
        RowForm("answered.partly", "3.同意部分公开答复数", "partly granted", group: "申请答复数", unit: "件"),
        RowForm("answered.refused", "4.不同意公开答复数", "refused", group: "申请答复数", unit: "件"),
        RowForm("refused.state_secret", "其中：涉及国家秘密", "state secret", group: "不同意公开答复数", unit: "件"),
        RowForm("refused.trade_secret", "涉及商业秘密", "trade secret", group: "不同意公开答复数", unit: "件"),
        RowForm("refused.privacy", "涉及个人隐私", "privacy", group: "不同意公开答复数", unit: "件"),
        RowForm(
            "refused.security_stability",
            "危及国家安全、公共安全、经济安全和社会稳定",
            "security and stability",
            group: "不同意公开答复数",
            unit: "件"
        ),
        RowForm(
            "refused.not_government_information",
            "不是《条例》所指政府信息",
            "no government information",
            group: "不同意公开答复数",
            unit: "件"
        ),
        RowForm("refused.other_law", "法律法规规定的其他情形", "other legal ground", group: "不同意公开答复数", unit: "件"),
        RowForm("answered.not_this_agency", "5.不属于本行政机关公开数", "not of this agency", group: "申请答复数", unit: "件"),
        RowForm("answered.nonexistent", "6.申请信息不存在数", "does not exist", group: "申请答复数", unit: "件"),
        RowForm("answered.needs_correction", "7.告知作出更改补充数", "to be corrected", group: "申请答复数", unit: "件"),
        RowForm("answered.other_channel", "8.告知通过其他途径办理数", "referred elsewhere", group: "申请答复数", unit: "件"),
    ]

    private static let disputes: [RowForm] = [
        RowForm("review", "四、行政复议数量", "administrative reviews", unit: "件"),
        RowForm(
            "review.upheld",
            "（一）维持具体行政行为数",
            "reviews: upheld",
            or: ["维护具体行政行为数", "维持具体行政行数", "维护具体行政行数"],
            group: "行政复议数量",
            unit: "件"
        ),
        RowForm("review.corrected", "（二）被依法纠错数", "reviews: corrected", or: ["被依法纠错九"], group: "行政复议数量", unit: "件"),
        RowForm("review.other", "（三）其他情形数", "reviews: other", group: "行政复议数量", unit: "件"),
        RowForm("litigation", "五、行政诉讼数量", "lawsuits", unit: "件"),
        RowForm(
            "litigation.upheld",
            "（一）维持具体行政行为或者驳回原告诉讼请求数",
            "lawsuits: upheld",
            or: ["维护具体行政行为或者驳回原告诉讼请求数", "维持具体行政行或者驳回原告诉讼请求数"],
            group: "行政诉讼数量",
            unit: "件"
        ),
        RowForm("litigation.corrected", "（二）被依法纠错数", "lawsuits: corrected", or: ["被依法纠错九"], group: "行政诉讼数量", unit: "件"),
        RowForm("litigation.other", "（三）其他情形数", "lawsuits: other", group: "行政诉讼数量", unit: "件"),
        RowForm("complaints", "六、举报投诉数量", "complaints", unit: "件"),
    ]

    private static let resources: [RowForm] = [
        RowForm("fees_charged", "七、依申请公开信息收取的费用", "fees charged", kind: .money(unit: "万元"), unit: "万元"),
        RowForm("offices", "（一）政府信息公开工作专门机构数", "offices for disclosure", group: "机构建设和保障经费情况", unit: "个"),
        RowForm("reading_points", "（二）设置政府信息公开查阅点数", "reading points", group: "机构建设和保障经费情况", unit: "个"),
        RowForm("staff", "（三）从事政府信息公开工作人员数", "staff", group: "机构建设和保障经费情况", unit: "人"),
        RowForm(
            "staff.full_time",
            "1.专职人员数（不包括政府公报及政府网站工作人员数）",
            "full-time staff",
            or: ["专职人员数"],
            group: "从事政府信息公开工作人员数",
            unit: "人"
        ),
        RowForm("staff.part_time", "2.兼职人员数", "part-time staff", group: "从事政府信息公开工作人员数", unit: "人"),
        RowForm(
            "budget",
            "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
            "budget",
            or: ["政府信息公开专项经费"],
            group: "机构建设和保障经费情况",
            kind: .money(unit: "万元"),
            unit: "万元"
        ),
        RowForm("meetings", "（一）召开政府信息公开工作会议或专题会议数", "meetings", group: "政府信息公开会议和培训情况", unit: "次"),
        RowForm("trainings", "（二）举办各类培训班数", "trainings", group: "政府信息公开会议和培训情况", unit: "次"),
        RowForm("trainees", "（三）接受培训人员数", "people trained", group: "政府信息公开会议和培训情况", unit: "人次"),
    ]
}
