internal import Model

/// The sums and bounds of the statistics table of 2014 hold.
struct StatisticsSum: Rule {
    static let description = RuleDescription(
        "statistics.sum",
        severity: Finding.Message(
            zh: "错误；复议、诉讼的结果少于总数，以及主动公开数与各渠道不符，为警告",
            en:
                "error; a warning where the outcomes of reviews or lawsuits fall short, and for disclosures against their channels"
        ),
        statement: Finding.Message(
            zh: "政府信息公开情况统计表的各项合计与上下限（B01–B09）",
            en: "the sums and bounds of the statistics table (B01 to B09)"
        ),
        basis: "国办发〔2014〕32号 政府信息公开情况统计表",
        forms: ["2014"]
    )
    static let examples = [
        RuleExample(
            zh: "合计相符",
            en: "adds up",
            .example(statistics: ["received": 2, "received.online": 1, "received.letter": 1])
        ),
        RuleExample(
            zh: "只填了总数",
            en: "nothing but the total was filled in",
            .example(statistics: ["staff": 5, "staff.full_time": nil, "staff.part_time": nil])
        ),
        RuleExample(
            zh: "一件申请没有渠道",
            en: "one application without a channel",
            .example(statistics: ["received": 3, "received.online": 1, "received.letter": 1]),
            finds: ["statistics.received.count"]
        ),
        RuleExample(
            zh: "主要负责人出席的发布会多于发布会总数",
            en: "more press conferences with the leader than press conferences",
            .example(statistics: ["responses.press": 1, "responses.press.leader": 2]),
            finds: ["statistics.responses.press.leader.count"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
