import Forms

/// What is said in the forms before 2019.
extension Narrative {
    private var isStatistics: Bool { report.form.identifier == "2014" }

    private func early(_ row: String) -> Int {
        isStatistics ? count("statistics", row, "count") : count("annex", row, "year")
    }

    mutating func earlyDisclosure() -> [String] {
        let disclosed = early("disclosed")
        return [
            dice.pick([
                "\(year)年，\(own)主动公开政府信息\(figure(disclosed, breaks: "claim.contradicts-table"))条。",
                "\(year())，\(own)累计主动公开政府信息\(figure(disclosed, breaks: "claim.contradicts-table"))条，全文电子化率达100%。",
            ]),
            "公开的途径有网站、公开栏和查阅点，查阅点配有专人引导。",
        ]
    }

    mutating func earlyApplications() -> [String] {
        let table = "claim.contradicts-table"
        let received = early("received")
        if received > 0, isFault("claim.zero") {
            return ["\(year)年，\(own)未收到政府信息公开申请。"]
        }
        let channels = [("当面申请", "received.in_person"), ("网络申请", "received.online"), ("信函申请", "received.letter")]
        let fax = isStatistics ? early("received.fax") : 0
        let list =
            channels.map { name, row in "\(name)\(figure(early(row), breaks: table, "claim.list-sum"))件" }
            + (fax > 0 ? ["传真申请\(fax)件"] : [])
        return [
            dice.pick([
                "\(year)年共收到政府信息公开申请\(figure(received, breaks: table, "claim.list-sum"))件，其中\(list.joined(separator: "，"))。",
                "\(year())，\(own)受理政府信息公开申请\(figure(received, breaks: table))件，均在规定的期限内答复申请人。",
                "\(year())共受理\(figure(received, breaks: table))件政府信息公开申请，同意公开\(figure(early("answered.granted"), breaks: table))件，"
                    + "不予公开\(figure(early("answered.refused"), breaks: table))件。",
            ])
        ]
    }

    mutating func earlyDisputes() -> [String] {
        let table = "claim.contradicts-table"
        let reviews = early("review")
        let lawsuits = early("litigation")
        if reviews > 0, isFault("claim.zero") {
            return ["\(year)年，\(own)没有因政府信息公开被申请行政复议的情况。"]
        }
        return [
            "\(year)年，因政府信息公开被申请行政复议\(figure(reviews, breaks: table))件，被提起行政诉讼\(figure(lawsuits, breaks: table))件。"
        ]
    }
}
