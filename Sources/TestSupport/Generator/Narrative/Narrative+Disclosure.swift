import Forms

/// What is said of publication, with lists that add up and what a careless reader would take for more.
extension Narrative {
    mutating func documents() -> [String] {
        let table = "claim.contradicts-table"
        guard report.table("proactive")?.form.columns.contains(where: { $0.id == "issued" }) == true else {
            let made = count("proactive", "normative_documents", "made")
            return ["\(year())，\(own)制定行政规范性文件\(figure(made, breaks: table))件，均按要求公开。"]
        }
        let issued = count("proactive", "normative_documents", "issued")
        let repealed = count("proactive", "normative_documents", "repealed")
        let valid = count("proactive", "normative_documents", "in_force")
        let permits = count("proactive", "permits", "decisions")
        let penalties = count("proactive", "penalties", "decisions")
        return [
            dice.pick([
                "\(year())，制发行政规范性文件\(figure(issued, breaks: table))件，废止\(figure(repealed, breaks: table))件，"
                    + "现行有效\(figure(valid, breaks: table))件。",
                "\(own)\(year)年出台规范性文件\(figure(issued, breaks: table))件，参与起草市政府规范性文件\(dice.number(1...5))件。",
            ]),
            dice.pick([
                "\(year())作出行政许可决定\(figure(permits, breaks: table))件、行政处罚决定\(figure(penalties, breaks: table))件。",
                "全年行政许可\(figure(permits, breaks: table))件，行政处罚\(figure(penalties, breaks: table))件；公示行政许可信息\(permits + 7)条。",
            ]),
        ]
    }

    private static let categories = [
        "机构职能类", "政策文件类", "财政预决算类", "人事任免类", "工作动态类", "通知公告类", "规划计划类", "民生保障类", "应急管理类", "教育医疗类",
    ]

    mutating func list() -> String {
        let total = dice.number(40...900)
        let size = dice.number(2...5)
        let names = (0..<size).map { Self.categories[($0 * 3 + total) % Self.categories.count] }
        let parts = parts(of: total, count: size)
        let sum = "claim.list-sum"
        let namesRest = size > 2 && dice.chance(50)
        let items = zip(names, parts).enumerated().map { index, part in
            let name = namesRest && index == size - 1 ? "其他信息" : part.0
            let count = namesRest ? figure(part.1, breaks: sum) : figure(part.1, tooLarge: true, breaks: sum)
            return "\(name)\(count)条"
        }
        let mark = dice.pick(["，", "、", "；"])
        let lead = dice.pick(["其中", "其中：", "其中包括：", "具体包括："])
        let opening = dice.pick(["\(own)网站发布信息", "\(year())公开各类信息", "网站栏目更新信息"])
        let place = dice.pick(["，", "。"])
        let whole = namesRest ? figure(total, breaks: sum) : figure(total, tooLarge: false, breaks: sum)
        if dice.chance(25) {
            // A list that leaves something out.
            return "\(opening)\(total + 35)条，其中\(names[0])\(parts[0])条、\(names[1])\(parts[1])条等。"
        }
        return "\(opening)\(whole)条\(place)\(lead)" + items.joined(separator: mark) + "。"
    }

    /// A list without 其中, and with shares.
    mutating func plainList() -> String {
        let parts = (0..<4).map { _ in dice.number(5...80) }
        let total = parts.reduce(0, +)
        if dice.chance(50) {
            let items = zip(Self.categories, parts).map {
                "\($0)\(figure($1, tooLarge: true, breaks: "claim.list-sum"))条"
            }
            return "\(year)年网站公开信息累计\(total)条，" + items.joined(separator: "，") + "。"
        }
        let items = zip(Self.categories, parts).map { name, part in
            let hundredths = (part * 20_000 + total) / (2 * total)
            let shown = isFault("claim.percentage") ? hundredths + dice.number(30...900) : hundredths
            return "\(name)\(part)条，占\(shown / 100).\(shown % 100 < 10 ? "0" : "")\(shown % 100)%"
        }
        return "专栏共有信息\(total)条，其中" + items.joined(separator: "；") + "。"
    }

    /// One quantity twice.
    mutating func repeated() -> String {
        let posts = dice.number(120...2400)
        let account = dice.pick(["青禾发布", "云台微讯", "河东之声"])
        if dice.chance(50) {
            return "在微信公众号“\(account)”发布信息\(posts)条。新媒体方面，“\(account)”推送信息\(figure(posts, breaks: "claim.repeated"))条，"
                + "累计阅读量\(dice.number(2...90)).\(dice.number(11...99))万次。"
        }
        return "\(year)年，\(own)主动公开政府信息\(posts)条。回顾全年，\(own)主动公开政府信息\(figure(posts, breaks: "claim.repeated"))条，"
            + "公开数量稳中有升。"
    }
}
