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
    private static let about = Array("关于".utf8)
    private static let nothing = ["的", "年度", "年", "度", "关于", "、", ",", ":", "-", "_", "—"].map { Array($0.utf8) }

    /// The body that a title names before or after its year, or nil.
    static func agency(in title: TitleReader.Title) -> String? {
        var bytes = Array(title.bytes[..<title.subject])
        if let year = YearReader.place(ofYearIn: bytes) {
            let before = trimmed(Array(bytes[..<year.lowerBound]))
            let after = trimmed(Array(bytes[year.upperBound...]))
            bytes = before.isEmpty ? after : before
        }
        return name(trimmed(bytes))
    }

    /// The body that signs the report, or that the text names as its author.
    func agencyOfText() -> String? {
        labelled(Self.labels) ?? labelledInside() ?? signature() ?? belowTitle() ?? author() ?? quoted() ?? labelled(
            Self.publishers
        )
            ?? actor()
    }

    private static let labels = ["填报单位(盖章):", "填报单位:", "填报单位(公章):", "编制单位:"].map { Array($0.utf8) }

    /// What a page says of who published it, which may be another body: less than what the text says of itself.
    private static let publishers = ["发布机构:", "发布单位:", "公开主体:", "公开单位:", "联系单位:", "报告单位:", "编制机关:"]
        .map { Array($0.utf8) }

    /// The name that a form asks for: 填报单位(盖章):….
    private func labelled(_ labels: [[UInt8]]) -> String? {
        for (index, line) in lines.enumerated() where line.bytes.count <= Self.longestLabelled {
            for label in labels where flow.hasPrefix(label, at: line.bytes.lowerBound) {
                let start = line.bytes.lowerBound + label.count
                // A narrow page breaks the label itself: 填报单位(盖章) on a line, and :… on the next.
                let end = lines[index...].lazy.map(\.bytes.upperBound).first { $0 >= start } ?? start
                if let name = Self.name(Array(flow.bytes[start..<min(end, start + Self.longestLabelled)])) {
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
        for line in lines where line.bytes.count > Self.longestLabelled {
            for label in Self.labels {
                guard let place = flow.firstIndex(of: label, in: line.bytes) else { continue }
                let start = place + label.count
                let room = start..<min(line.bytes.upperBound, start + Self.longestLabelled)
                let piece = flow.range(flow.piece(at: min(start, flow.bytes.count - 1)))
                let ends = Self.behindNames.compactMap { flow.firstIndex(of: $0, in: room) } + [piece.upperBound]
                guard let end = ends.filter({ $0 > start }).min() else { continue }
                let name = Array(flow.bytes[start..<min(end, room.upperBound)])
                if endsAsBody(name), let name = Self.name(name) { return name }
            }
        }
        return nil
    }

    private static let longestLabelled = 160

    /// A name alone on a line, with a date behind it or on the next.
    private func signature() -> String? {
        let dates = DateReader(flow: flow, lines: lines)
        for index in lines.indices.reversed().prefix(41) {
            let signature = dates.signature(lines[index])
            if let name = signature?.name, let name = Self.name(Array(name.utf8)) { return name }
            guard index > 0, signature != nil || isDate(lines[index]) else { continue }
            let before = lines[index - 1].bytes
            if before.count <= 90, let name = Self.name(Array(flow.bytes[before])), endsAsBody(Array(name.utf8)) {
                return name
            }
        }
        return nil
    }

    private static let reportNouns = ["报告", "年报", "统计表"].map { Array($0.utf8) }

    /// A name alone on a line below the report's title, which names nobody: 政府信息公开工作年度报告, (2021年度), ….
    private func belowTitle() -> String? {
        for index in lines.indices.prefix(40).dropFirst() where lines[index].bytes.count <= 90 {
            let isBelow = lines[max(0, index - 2)..<index].contains { line in
                line.bytes.count <= Self.longestLabelled / 2 && flow.holds(TitleReader.subjectWord, in: line.bytes)
                    && Self.reportNouns.contains { flow.bytes[line.bytes].suffix($0.count).elementsEqual($0) }
            }
            let name = Array(flow.bytes[lines[index].bytes])
            if isBelow, name.count >= 12, endsAsBody(name), name.firstIndex(of: TitleReader.subjectWord) == nil,
                let name = Self.name(name)
            {
                return name
            }
        }
        return nil
    }

    private func isStrong(_ name: [UInt8]) -> Bool {
        Self.strong.contains { name.count > $0.count + 3 && name.suffix($0.count).elementsEqual($0) }
    }

    private func isDate(_ line: TextLine) -> Bool {
        guard line.bytes.count <= 24 else { return false }
        return DateReader.date(flow.bytes, at: line.bytes.lowerBound, end: line.bytes.upperBound) != nil
    }

    private static let authors = [("由", "编制"), ("年", "共收到"), ("年", "收到政府信息公开申请"), ("请与", "联系")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    private func author() -> String? {
        for (before, after) in Self.authors {
            var start = 0
            while let end = flow.firstIndex(of: after, in: start..<flow.bytes.count) {
                let room = max(0, end - 75)..<end
                if let begin = lastIndex(of: before, in: room) {
                    let name = withoutOffice(Array(flow.bytes[(begin + before.count)..<end]))
                    if endsAsBody(name), let name = Self.name(name) { return name }
                }
                start = end + after.count
            }
        }
        return nil
    }

    private static let office = Array("办公室".utf8)

    /// The body whose office answers questions on the report: that of a bureau is a part of it; that of a government
    /// reports for itself, unless the text begins a sentence with the government.
    private func withoutOffice(_ name: [UInt8]) -> [UInt8] {
        guard name.count > Self.office.count, name.suffix(Self.office.count).elementsEqual(Self.office) else {
            return name
        }
        let body = Array(name.dropLast(Self.office.count))
        let isPart = endsAsBody(body) && flow.firstIndex(of: Array("年,".utf8) + body, in: flow.bytes.indices) != nil
        return isPart ? body : name
    }

    private static let reportWords = ["年政府信息公开", "年度政府信息公开", "政府信息公开", "年信息公开", "年度信息公开"]
        .map { Array($0.utf8) }

    /// The name before the year where the text names the report itself: 《…厅2016年度政府信息公开工作年度报告》.
    private func quoted() -> String? {
        for index in flow.years() {
            guard YearReader.year(flow.bytes, at: index) != nil,
                Self.reportWords.contains(where: { flow.hasPrefix($0, at: index + 4) })
            else { continue }
            var name = Self.withoutVerb(Array(flow.bytes[nameStart(before: index)..<index]))
            if name.suffix(Self.about.count).elementsEqual(Self.about) { name.removeLast(Self.about.count) }
            if endsAsBody(name), let name = Self.name(name) { return name }
        }
        return nil
    }

    private static let leads = [
        "现公布", "现发布", "现公开", "现将", "公布", "发布", "公开", "编制了", "编制", "编写了", "编写", "报送", "关于", "制作",
    ].map { Array($0.utf8) }

    private static func withoutVerb(_ name: [UInt8]) -> [UInt8] {
        guard let lead = leads.first(where: { name.starts(with: $0) }) else { return name }
        return Array(name.dropFirst(lead.count))
    }

    /// Back over Chinese characters to the mark, at most 40 of them, or to the line end behind which a name begins; a
    /// year that begins its line may belong to the name on the line before.
    private func nameStart(before end: Int) -> Int {
        let lineStart = { (offset: Int) in lines.lastIndex(startingBefore: offset).map { lines[$0].bytes.lowerBound } }
        var first = lineStart(end + 1) ?? 0
        if first == end { first = lineStart(end) ?? 0 }
        var start = end
        while start >= first + 3, end - start < 120, flow.bytes[start - 3] >= 0xE4, flow.bytes[start - 3] <= 0xE9 {
            start -= 3
        }
        return start
    }

    private static let strong = ["人民政府", "委员会", "办公室", "办公厅", "办事处", "管委会", "局", "厅"].map { Array($0.utf8) }
    private static let verbs = [
        "坚持", "认真", "深入", "紧紧", "始终", "按照", "严格", "全面", "积极", "高度", "继续", "持续", "贯彻", "切实", "不断",
        "进一步", "围绕", "扎实", "着力", "主动", "以习近平",
    ].map { Array($0.utf8) }

    private static let yearMark = Array("年,".utf8)
    private static let thisYear = ["本年度,", "一年来,"].map { Array($0.utf8) }

    /// The body that does something in a sentence that begins with a year: 2022年,省教育厅坚持…; 本年度,….
    private func actor() -> String? {
        let named = flow.years().filter { flow.hasPrefix(Self.yearMark, at: $0 + 4) }.map {
            $0 + 4 + Self.yearMark.count
        }
        let unnamed = Self.thisYear.compactMap { word in
            flow.firstIndex(of: word, in: flow.bytes.indices).map { $0 + word.count }
        }
        for start in named + unnamed {
            let room = start..<min(flow.bytes.count, start + 75)
            let ends = Self.verbs.compactMap { flow.firstIndex(of: $0, in: room) }
            guard let end = ends.min(), end > start else { continue }
            let name = Array(flow.bytes[start..<end])
            if isStrong(name), let name = Self.name(name) { return name }
        }
        return nil
    }

    private func lastIndex(of needle: [UInt8], in range: Range<Int>) -> Int? {
        guard range.count >= needle.count else { return nil }
        return (range.lowerBound...(range.upperBound - needle.count)).last { flow.hasPrefix(needle, at: $0) }
    }

    private func endsAsBody(_ name: [UInt8]) -> Bool {
        Self.suffixes.contains { name.count > $0.count + 3 && name.suffix($0.count).elementsEqual($0) }
    }

    /// The text as a name, or nil where it cannot be one: with digits or marks in it, too long, or only 本机关, 我局.
    private static func name(_ given: [UInt8]) -> String? {
        var bytes = given
        for label in labelsBefore where bytes.count > label.count && bytes.starts(with: label) {
            bytes.removeFirst(label.count)
        }
        guard bytes.count >= 6, bytes.count <= 120, bytes[0] >= 0xE3, bytes != country,
            !own.contains(where: { bytes.starts(with: $0) })
        else { return nil }
        let isPlain = bytes.indices.allSatisfy { index in
            bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ")")
                || isOrdinal(bytes, index)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // No body calls itself 我 in its name.
        let hasMarks = text.unicodeScalars.contains { "。，、：；“”《》〔〕【】！？我\u{3000}".unicodeScalars.contains($0) }
        return isPlain && !hasMarks ? text : nil
    }

    /// What the tables of content systems print before a title, and what a year leaves behind it.
    private static let labelsBefore = ["信息名称", "文件名称", "名称", "标题", "年报", "年度"].map { Array($0.utf8) }

    private static let ordinal = Array("第".utf8)

    /// Whether a digit belongs to a number that 第 begins, as in 第12师; other digits are no part of a name.
    private static func isOrdinal(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard ASCII.isDigit(bytes[index]) else { return false }
        var start = index
        while start > 0, ASCII.isDigit(bytes[start - 1]) { start -= 1 }
        return start >= 3 && bytes[(start - 3)..<start].elementsEqual(ordinal)
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes[...]
        var changed = true
        while changed {
            changed = false
            for word in nothing {
                if bytes.starts(with: word) {
                    bytes = bytes.dropFirst(word.count)
                    changed = true
                }
                if bytes.count >= word.count, bytes.suffix(word.count).elementsEqual(word) {
                    bytes = bytes.dropLast(word.count)
                    changed = true
                }
            }
        }
        return Array(bytes)
    }
}
