/// The Chinese wording of why a rule was not judged.
///
/// The record keeps the reasons in English, as its readers may rely on; for people who read Chinese they are put into
/// it where they are printed. A reason that is not known is printed as the record has it.
enum ReasonWords {
    /// A reason in the language of the output.
    static func words(_ reason: String, _ language: OutputLanguage) -> String {
        guard language == .zh else { return reason }
        for pattern in patterns {
            if let parts = pattern.parts(of: reason) { return pattern.chinese(parts.map(list)) }
        }
        return reason
    }

    /// What is filled in may be a list of reasons itself.
    private static func list(_ part: String) -> String {
        let items = part.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
        let chinese = items.map { words($0, .zh) }
        return chinese == items ? part : chinese.joined(separator: "，")
    }

    /// An English reason with what is filled in at each `{}`, and its Chinese, which takes the same in its own order:
    /// `{1}` is the first of them.
    private struct Pattern {
        let pieces: [String]
        let zh: String

        init(_ en: String, _ zh: String) {
            pieces = en.split(separator: "{}", omittingEmptySubsequences: false).map(String.init)
            self.zh = zh
        }

        /// What stands at each `{}`, or nil where the reason is another one.
        func parts(of reason: String) -> [String]? {
            guard let first = pieces.first, reason.hasPrefix(first) else { return nil }
            var rest = reason.dropFirst(first.count)
            var parts: [String] = []
            for (index, piece) in pieces.enumerated().dropFirst() {
                let isLast = index == pieces.count - 1
                guard let range = place(of: piece, in: rest, isLast: isLast) else { return nil }
                parts.append(String(rest[..<range.lowerBound]))
                rest = rest[range.upperBound...]
            }
            return rest.isEmpty ? parts : nil
        }

        private func place(of piece: String, in rest: Substring, isLast: Bool) -> Range<Substring.Index>? {
            if isLast {
                guard rest.hasSuffix(piece) else { return nil }
                return rest.index(rest.endIndex, offsetBy: -piece.count)..<rest.endIndex
            }
            var start = rest.startIndex
            while start < rest.endIndex {
                if rest[start...].hasPrefix(piece) { return start..<rest.index(start, offsetBy: piece.count) }
                start = rest.index(after: start)
            }
            return nil
        }

        func chinese(_ parts: [String]) -> String {
            var text = ""
            var rest = zh[...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                text += rest[..<open]
                let number = Int(rest[rest.index(after: open)..<close]) ?? 0
                if parts.indices.contains(number - 1) { text += parts[number - 1] }
                rest = rest[rest.index(after: close)...]
            }
            return text + rest
        }
    }

    private static let patterns = [
        Pattern(
            "“{}” (line {}) is not the table's {}; another scope may be meant",
            "第 {2} 行“{1}”与表中的 {3} 不同，可能说的是另一口径"
        ),
        Pattern(
            "“{}” (line {}) is not the table's {}; the wording may mean something else",
            "第 {2} 行“{1}”与表中的 {3} 不同，说的可能是别的事"
        ),
        Pattern(
            "“{}” (line {}) is not the table's {}; its sentence has too many figures to tell",
            "第 {2} 行“{1}”与表中的 {3} 不同，所在句子数字太多，不作判断"
        ),
        Pattern(
            "“{}” (line {}) is not the table's {}, which it and others add up to",
            "第 {2} 行“{1}”与表中的 {3} 不同，而与同句其他数合计相同，或同句另有一数相同"
        ),
        Pattern(
            "a report on a school year has the parts that {} asks for",
            "学年报告的组成部分依据{1}，不按条例判断"
        ),
        Pattern("“{}” (line {}) is not the table's {}, which a part of it is", "第 {2} 行“{1}”与表中的 {3} 不同，而其中一项相同"),
        Pattern("table {} is not in the source (line {}): an image or an attachment?", "来源中没有表 {1}（第 {2} 行），可能是图片或附件"),
        Pattern("table {} is not in the source (line {}): {}", "来源中没有表 {1}（第 {2} 行）：{3}"),
        Pattern("table {}: {} of {} rows were not found, and the rest is in doubt", "表 {1}：{3} 行中有 {2} 行没有找到，其余不能确定"),
        Pattern("row {} of table {} was not found: {}", "表 {2} 中没有找到 {1} 行：{3}"),
        Pattern(
            "row {} of table {} is blank, and the table could be read in part only: {}",
            "表 {2} 的 {1} 行是空白，该表只读出一部分：{3}"
        ),
        Pattern("row {} was not found: {}", "没有找到 {1} 行：{2}"),
        Pattern("a row was not found: {}", "有行没有找到：{1}"),
        Pattern("row {} could not be read for certain in {} or {}", "{2} 年或 {3} 年的 {1} 行不能确定读出"),
        Pattern("a cell could not be read for certain: {}", "有单元格不能确定读出：{1}"),
        Pattern("a cell of it is blank or inferred: {}", "有单元格是空白，或由合计推出：{1}"),
        Pattern("a cell is no number: {}", "有单元格不是数字：{1}"),
        Pattern("the total is blank: {}", "合计是空白：{1}"),
        Pattern("a part is a total that is blank: {}", "作为分项的合计是空白：{1}"),
        Pattern("all parts are blank: {}", "各分项都是空白：{1}"),
        Pattern("the table is not there: {}", "没有这张表：{1}"),
        Pattern("the text does not state it: {}", "正文没有说：{1}"),
        Pattern(
            "section {} (line {}): what it says stands in an attachment",
            "“{1}”部分（第 {2} 行）的内容在附件里"
        ),
        Pattern(
            "section {} (line {}): nothing stands between its heading and the next",
            "“{1}”部分（第 {2} 行）的标题之后就是下一个标题"
        ),
        Pattern(
            "section {} (line {}) gives no figures, and its table was not read there",
            "“{1}”部分（第 {2} 行）没有数字，也没有在此读到表"
        ),
        Pattern("section {}: its heading runs into a text without line ends", "“{1}”部分的标题与正文连成一行"),
        Pattern("section {}: characters of a heading could not be read", "“{1}”部分：有标题的文字未能读出"),
        Pattern("section {}: the numbering has a gap beside tables that are lost", "“{1}”部分：未能读出的表旁编号有缺"),
        Pattern(
            "section {} may stand on another page of the text (line {}): drop them as one",
            "网页分页（第 {2} 行），“{1}”部分可能在另一页；请把各页合为一份投放"
        ),
        Pattern("total is blank", "合计是空白"),
        Pattern("a row was not found", "有行没有找到"),
        Pattern("a cell could not be read for certain", "有单元格不能确定读出"),
        Pattern("a cell of it is blank or inferred", "有单元格是空白，或由合计推出"),
        Pattern("a cell is no number", "有单元格不是数字"),
        Pattern(
            "digits ran together, and no way to cut them makes it hold",
            "数字连写，无论怎样拆分都不成立"
        ),
        Pattern("a cell is blank", "有单元格是空白"),
        Pattern("the total is blank", "合计是空白"),
        Pattern("a part is a total that is blank", "作为分项的合计是空白"),
        Pattern("all parts are blank", "各分项都是空白"),
        Pattern("the table is not there", "没有这张表"),
        Pattern("the text does not state it", "正文没有说"),
        Pattern("{} could not be read for certain", "{1} 不能确定读出"),
        Pattern("column {} is blank", "{1} 列是空白"),
        Pattern("no growth in the text could be set beside last year's report", "正文中没有可与上年报告对照的增减"),
        Pattern("nothing of the report could be set beside the statistics page", "报告中没有可与统计表页面对照的数"),
        Pattern("the text was compared with no other", "正文没有可供比对的其他报告"),
        Pattern("carried over from {}: {}", "与 {1} 年结转的数：{2}"),
        Pattern("table {} is not in the source of {}", "{2} 年报告的来源中没有表 {1}"),
        Pattern("search limit: too many sets of cells would have to be tried", "查找达到上限：要试的单元格组合太多"),
        Pattern(
            "search limit: {} sets of cells explain it; the likeliest are listed",
            "查找达到上限：有 {1} 种单元格组合可以解释，只列出最可能的"
        ),
        Pattern(
            "{} damaged bytes of {} were replaced (line {}): what stood there is not known",
            "{2} 文本中有 {1} 个字节损坏（第 {3} 行），原来是什么无从得知"
        ),
        Pattern(
            "the text was {} that somebody had read as {}; it was restored, byte for byte",
            "文本本是 {1}，曾被误按 {2} 读取，已逐字节还原"
        ),
        Pattern("the report year is not known", "报告年度不明"),
        Pattern("no report of the year before is at hand", "手头没有上一年的报告"),
        Pattern("no statistics page of the same agency and year is at hand", "手头没有同一机关、同一年度的统计表页面"),
        Pattern(
            "two reports stand beside each other on each line: what belongs to which cannot be told",
            "两份报告逐行并排，分不清各属哪一份"
        ),
        Pattern("another report begins on line {}: only the first one was read", "第 {1} 行起是另一份报告，只读了第一份"),
        // Places that a reason lists.
        Pattern("{}: {} (line {})", "{1}：{2}（第 {3} 行）"),
    ]
}
