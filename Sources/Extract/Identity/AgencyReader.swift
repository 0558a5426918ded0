internal import Bytes

/// Tells whose report it is: from the title, else from the signature, else from what the text says of its author.
struct AgencyReader {
    let flow: Flow
    let lines: [TextLine]

    private static let suffixes = [
        "人民政府", "政府", "委员会", "办公室", "办公厅", "办事处", "管委会", "街道办", "局", "厅", "委", "办", "院", "中心", "队",
        "镇", "乡", "街道", "开发区", "支队", "总队", "所", "站", "处", "署", "海关", "社", "会", "园区", "新区", "区", "县", "市",
        "省", "自治州", "自治区", "场", "公司", "大学", "学院", "馆", "部", "行",
    ].map { Array($0.utf8) }
    private static let own = ["本", "我", "全", "各", "该", "其"].map { Array($0.utf8) }
    private static let country = Array("中华人民共和国".utf8)
    private static let nothing = ["的", "年度", "年", "度", "关于", "、", ",", ":", "-", "_", "—"].map { Array($0.utf8) }
    /// What is left of the brackets around a year: 某局(2024)政府信息公开….
    private static let leftBefore = [")", "]", "〕", "】"].map { Array($0.utf8) }
    private static let leftBehind = ["(", "[", "〔", "【"].map { Array($0.utf8) }

    /// The body that a title names before or after its year, or nil.
    static func agency(in title: TitleReader.Title) -> String? {
        var bytes = withWholeGovernment(Array(title.bytes[..<title.subject]))
        if let year = YearReader.place(ofYearIn: bytes) {
            let before = trimmed(Array(bytes[..<year.lowerBound]))
            let after = trimmed(Array(bytes[year.upperBound...]))
            bytes = before.isEmpty ? after : before
        } else if let digit = bytes.firstIndex(where: ASCII.isDigit), YearReader.isOfSchool(bytes, digit) {
            bytes.removeSubrange(digit...)
        } else if !isBody(trimmed(bytes)) {
            // Without a year the words before 政府信息公开 may be an entry of a menu.
            return nil
        }
        return name(trimmed(bytes)) ?? bracketed(title)
    }

    /// The body that stands between brackets behind a title that names nobody: 2023年政府信息公开工作年度报告(某县水利局).
    private static func bracketed(_ title: TitleReader.Title) -> String? {
        guard title.bytes.last == UInt8(ascii: ")"),
            let open = title.bytes.lastIndex(of: UInt8(ascii: "(")), open > title.subject
        else { return nil }
        let bytes = Array(title.bytes[(open + 1)...].dropLast())
        return isBody(bytes) ? name(bytes) : nil
    }

    private static let people = Array("人民".utf8)
    private static let government = Array("政府".utf8)

    /// 某镇人民政府信息公开: the one 政府 belongs to the name, and to what it discloses.
    static func withWholeGovernment(_ name: [UInt8]) -> [UInt8] { name.ends(with: people) ? name + government : name }

    /// The body that signs the report, or that the text names as its author.
    func agencyOfText() -> String? {
        if let signer = labelled(Self.signerLabels) ?? labelledInside() ?? signature() { return signer }
        if let name = belowTitle() ?? runningSignature() ?? announced() { return name }
        if let contact = author() {
            if isOfService(contact) { return government(served: contact) }
            let body = placed(gatherer(contact))
            if !Self.isBare(whole(body)) { return body }
            // 市政府办公室 is no county's.
            let others = [closing(), publisher(), actor(), worker()].compactMap(\.self)
            return others.first { name in body.first.map(name.contains) ?? false }
        }
        return closing() ?? closingAboveAnnex() ?? closingAboveFoot() ?? publisher() ?? actor() ?? worker()
            ?? announcedOfOtherYear()
    }

    /// The same, or what is said beside the text, which alone tells a body from its office that answers questions.
    func agencyOfText(hinted: String?) -> String? {
        guard let told = agencyOfText() else { return hinted }
        guard let hinted, Self.officesOfBodies.contains(where: { told == hinted + $0 }) else { return told }
        return hinted
    }

    private static let officesOfBodies = ["办公室", "办公厅"]

    func runningSignature() -> String? {
        DateReader(flow: flow, lines: lines).runningSignature().flatMap { Self.name(Array($0.name.utf8)) }
    }

    private static let reportNouns = ["报告", "年报", "统计表"].map { Array($0.utf8) }

    /// A name alone on a line below the report's title, which names nobody: 政府信息公开工作年度报告, (2021年度), ….
    private func belowTitle() -> String? {
        for index in lines.indices.prefix(40).dropFirst() where lines[index].bytes.count <= 90 {
            let isBelow = lines[max(0, index - 2)..<index].contains { line in
                line.bytes.count <= Self.longestLabelled / 2 && flow.holds(TitleReader.subjectWord, in: line.bytes)
                    && Self.reportNouns.contains { flow.bytes[line.bytes].suffix($0.count).elementsEqual($0) }
            }
            let name = Self.withoutDash(Array(flow.bytes[lines[index].bytes]))
            if isBelow, !Self.isPublisherLabel(flow.bytes[lines[index - 1].bytes]), name.count >= 12, endsAsBody(name),
                name.firstIndex(of: TitleReader.subjectWord) == nil,
                let name = Self.name(name)
            {
                return name
            }
        }
        return nil
    }

    private static let dashes = ["—", "-", "─"].map { Array($0.utf8) }

    /// ——云台县民政局, as a subtitle has it.
    private static func withoutDash(_ line: [UInt8]) -> [UInt8] {
        var name = line
        while let dash = dashes.first(where: { name.starts(with: $0) }) { name.removeFirst(dash.count) }
        return name
    }

    static let signerLabels = ["填报单位(盖章):", "填报单位:", "填报单位(公章):", "编制单位:"].map { Array($0.utf8) }

    /// The name that a form asks for: 填报单位(盖章):….
    private func labelled(_ labels: [[UInt8]]) -> String? {
        for (index, line) in lines.enumerated() where line.bytes.count <= Self.longestLabelled {
            for label in labels where flow.hasPrefix(label, at: line.bytes.lowerBound) {
                let start = line.bytes.lowerBound + label.count
                // A narrow page breaks the label itself: 填报单位(盖章) on a line, and :… on the next.
                let end = lines[index...].lazy.map(\.bytes.upperBound).first { $0 >= start } ?? start
                let room = start..<max(start, min(end, start + Self.longestLabelled))
                // 填报单位(盖章):某局 统计指标 单位 统计数, as a converter puts a head beside it.
                let head = Self.behindNames.compactMap { flow.firstIndex(of: $0, in: room) }.filter { $0 > start }.min()
                if let name = Self.name(Array(flow.bytes[start..<(head ?? room.upperBound)])) {
                    return name
                }
            }
        }
        return nil
    }

    /// What follows the name of the body where the head of a table is one line with it.
    private static let behindNames = [
        "统计指标", "指标名称", "单位负责人", "负责人", "审核人", "填报人", "填表人", "联系电话", "填报日期", "填报时间", "填表日期", "单位:", "一、",
    ].map { Array($0.utf8) }

    /// The name that a form asks for, in a text without line ends.
    private func labelledInside() -> String? {
        for place in flow.places(of: .signers) {
            guard let label = Self.signerLabels.first(where: { flow.hasPrefix($0, at: place) }),
                let index = lines.lastIndex(startingBefore: place + 1),
                index < Self.firstLines || lines[index].bytes.count > Self.longestLabelled
            else { continue }
            let start = place + label.count
            let room = start..<max(start, min(lines[index].bytes.upperBound, start + Self.longestLabelled))
            let piece = flow.range(flow.piece(at: min(start, flow.bytes.count - 1)))
            let ends = Self.behindNames.compactMap { flow.firstIndex(of: $0, in: room) } + [piece.upperBound]
            guard let end = ends.filter({ $0 > start }).min() else { continue }
            let name = Array(flow.bytes[start..<max(start, min(end, room.upperBound))])
            if endsAsBody(name), let name = Self.name(name) { return name }
        }
        return nil
    }

    private static let longestLabelled = 160
    /// Where a text without line ends is divided, its head is one of these.
    private static let firstLines = 8

    /// A name alone on a line, with a date behind it or on the next.
    func signature() -> String? {
        let dates = DateReader(flow: flow, lines: lines)
        for index in dates.ends(41) {
            let signature = dates.signature(lines[index])
            if let name = signature?.name, let name = Self.name(Array(name.utf8)) { return name }
            guard index > 0, signature != nil || isDate(lines[index]) else { continue }
            let before = lines[index - 1].bytes
            if before.count <= 90, let name = Self.name(Array(flow.bytes[before])), endsAsBody(Array(name.utf8)) {
                return name
            }
        }
        return heading()
    }

    /// The same under the title: the name alone on a line, the date on the next.
    private func heading() -> String? {
        for index in lines.indices.prefix(8).dropFirst() where isDate(lines[index]) {
            let before = lines[index - 1].bytes
            guard before.count <= 90, let name = Self.name(Array(flow.bytes[before])), endsAsBody(Array(name.utf8))
            else { continue }
            return name
        }
        return nil
    }

    func isDate(_ line: TextLine) -> Bool {
        guard line.bytes.count <= 26 else { return false }
        let isBracketed = flow.bytes[line.bytes.lowerBound] == UInt8(ascii: "(")
        let start = line.bytes.lowerBound + (isBracketed ? 1 : 0)
        return DateReader.date(flow.bytes, at: start, end: line.bytes.upperBound) != nil
    }

    func lastIndex(of needle: [UInt8], in range: Range<Int>) -> Int? {
        flow.lastIndex(of: needle, in: range)
    }

    func endsAsBody(_ name: [UInt8]) -> Bool { Self.isBody(name) }

    static func isBody(_ name: [UInt8]) -> Bool {
        suffixes.contains { name.count > $0.count + 3 && name.suffix($0.count).elementsEqual($0) } || isRegiment(name)
    }

    /// The text as a name, or nil where it cannot be one: with digits or marks in it, too long, or only 本机关, 我局.
    static func name(_ given: [UInt8]) -> String? {
        var bytes = given
        for label in labelsBefore where bytes.count > label.count && bytes.starts(with: label) {
            bytes.removeFirst(label.count)
        }
        guard !labelsOfPages.contains(bytes), !isPlaceless(bytes), !isGreeting(bytes),
            bytes.count >= 6 && bytes[0] >= 0xE3 || isRegiment(bytes), bytes.count <= 120, bytes != country,
            !isOwn(bytes), !isDeedOfOneself(bytes)
        else { return nil }
        let isPlain = bytes.indices.allSatisfy { index in
            bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ")")
                || isOrdinal(bytes, index)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // No body calls itself 我 in its name, nor has it 的.
        let hasMarks = text.unicodeScalars.contains { "。，、：；“”《》〔〕【】！？我的\u{3000}\u{FFFD}".unicodeScalars.contains($0) }
        return isPlain && !hasMarks && !text.contains(report) ? text : nil
    }

    private static let placesLikeOwn = ["本溪", "全椒", "全州县", "全南县"].map { Array($0.utf8) }

    /// Whether words begin as 本机关 and 全县 do, and not as the name of a place: 本溪市.
    private static func isOwn(_ words: [UInt8]) -> Bool {
        own.contains { words.starts(with: $0) } && !placesLikeOwn.contains { words.starts(with: $0) }
    }

    /// What stands behind a title on its line is no part of the name that the title begins with.
    private static let report = "报告"

    /// What the tables of content systems print before a title, what a year leaves behind it, and the word before an author.
    private static let labelsBefore = ["信息名称", "文件名称", "名称", "标题", "年报", "年度", "由"].map { Array($0.utf8) }

    /// What content systems ask for in the head of a page.
    private static let labelsOfPages = Set(
        [
            "文号", "发文字号", "索引号", "发布日期", "发文日期", "成文日期", "有效性", "时效", "主题词", "关键词", "来源", "正文", "中文名", "中文名称", "外文名",
            "内容概述", "分类", "主题分类",
        ]
        .map { Array($0.utf8) }
    )

    /// Whether such a word ends a line, or a colon.
    static func endsAsLabel(_ line: ArraySlice<UInt8>) -> Bool {
        line.last == UInt8(ascii: ":") || labelsOfPages.contains { line.suffix($0.count).elementsEqual($0) }
    }

    private static let ordinal = Array("第".utf8)

    /// Whether a digit belongs to a number that 第 begins, as in 第12师, or 团 ends, as in 143团; other digits are no part of a
    /// name.
    private static func isOrdinal(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard ASCII.isDigit(bytes[index]) else { return false }
        var (start, end) = (index, index)
        while start > 0, ASCII.isDigit(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
        return start >= 3 && bytes[(start - 3)..<start].elementsEqual(ordinal)
            || end - start <= longestRegiment && bytes[end...].starts(with: regiment)
    }

    private static let regiment = Array("团".utf8)
    private static let regiments = ["团", "团场"].map { Array($0.utf8) }
    private static let longestRegiment = 3

    /// Whether a name ends as that of a regiment's farm does, whose number is its name: 12团, 第八师石河子市143团.
    private static func isRegiment(_ name: [UInt8]) -> Bool {
        guard let end = regiments.first(where: { name.ends(with: $0) }) else { return false }
        let digits = name.dropLast(end.count).reversed().prefix { ASCII.isDigit($0) }.count
        return (1...longestRegiment).contains(digits)
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes[...]
        var changed = true
        while changed {
            changed = false
            for word in nothing + leftBefore where bytes.starts(with: word) {
                bytes = bytes.dropFirst(word.count)
                changed = true
            }
            for word in nothing + leftBehind where bytes.suffix(word.count).elementsEqual(word) {
                bytes = bytes.dropLast(word.count)
                changed = true
            }
        }
        return Array(bytes)
    }
}
