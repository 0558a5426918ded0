/// Builds one table out of its rows' cells and the words around them.
struct BoxTableBuilder {
    let page: EndlessPage
    let rows: [ValueLine]
    /// The lines that the table may take, from behind the table before to the next one's first row.
    let range: Range<Int>
    /// The least room between the labels of two rows in the document.
    let rowGap: Double
    /// Where the cells begin.
    private let left: Double

    init(page: EndlessPage, rows: [ValueLine], range: Range<Int>, rowGap: Double) {
        self.page = page
        self.rows = rows
        self.range = range
        self.rowGap = rowGap
        left = rows.map(\.left).min() ?? 0
    }

    private var first: Int { rows.first?.lines.lowerBound ?? range.lowerBound }
    private var last: Int { rows.last?.lines.upperBound ?? range.lowerBound }

    func table() -> BoxTable {
        let header = headerLines()
        let labels = labelFragments()
        let above = lastHead(header)
        // Heads stand side by side, too: 信息内容 | 本年新制作数量 over numbers that stand at the right of their cells.
        // So does what comes behind the table.
        let groupEdge = GroupEdge.find(labels.filter { $0.index > above && $0.index <= last })
        let straddled = StraddledRows(labels.filter { $0.index > above }, rows: rows)
        let leaves = leaves(of: labels, behind: above, groupEdge, straddled)
        let fit = fit(leaves, straddled)
        let used = fit.flatMap { group in group.map { leaves[$0] } }
        let claimed = used.map(\.index)
        let lower = min(header.first ?? first, claimed.min() ?? first)
        let upper = max(last, claimed.max() ?? last)
        let heads = CellHeads(
            header.flatMap { page.lines[$0].words } + verticals(over: header),
            left: left,
            labels: rows.flatMap(\.labels) + used.map(\.word),
            isBare: isBare(leaves)
        )
        var columns = ColumnFinder(rows: rows, heads: heads.words, edge: heads.edge)
        columns.find()
        let taken = Set(used.map(\.number))
        let rest = labels.filter { label in
            lower...upper ~= label.index && !taken.contains(label.number)
                && !(header.contains(label.index) && label.word.left >= heads.edge)
        }
        let labelled = zip(rows, fit).map { row, group in
            let words = group.map { leaves[$0].word }
            return BoxTable.Row(label: words.isEmpty ? nil : BoxTable.Stack(words: words), line: row)
        }
        return BoxTable(
            rows: BrokenNumbers(labelled, columns: columns.columns.count).gathered(),
            columns: columns.columns,
            heads: columns.stacks,
            upper: columns.upper,
            others: Self.stacks(rest.map(\.word)),
            groupEdge: groupEdge,
            lines: lower...upper
        )
    }

    /// The labels of rows, without those of groups and what else stands beside.
    private func leaves(
        of labels: [LabelFragment],
        behind above: Int,
        _ groupEdge: Double?,
        _ straddled: StraddledRows
    ) -> [LabelFragment] {
        labels.indices.filter { index in
            guard labels[index].index > above, !isOverprinted(index, labels) else { return false }
            let near = labels[max(0, index - 40)..<min(labels.count, index + 40)]
            return isLeaf(labels[index], groupEdge, straddled, among: near)
        }.map { labels[$0] }
    }

    /// For each row those of the leaves that are its label.
    private func fit(_ leaves: [LabelFragment], _ straddled: StraddledRows) -> [Range<Int>] {
        LabelFit(
            fragments: leaves,
            rows: rows,
            rowPages: rows.map { page.lines[$0.index].page },
            rowGap: rowGap,
            straddled: straddled
        ).best()
    }

    // MARK: What stands above

    private static let stop = Array("。".utf8)

    /// The lines above the first row that belong to the table: those with several cells, and what stands between them.
    private func headerLines() -> [Int] {
        var found = first
        var hasHeads = false
        var index = first - 1
        while index >= range.lowerBound, first - index <= 14 {
            let line = page.lines[index]
            let below = page.lines[index + 1]
            guard below.top - line.bottom < 3 * line.height, !endsSentence(line) else { break }
            // A heading above the heads is no part of the table: what is above it is another's, with blank cells.
            if hasHeads, line.words.count == 1, line.words[0].hasChineseEnumerator { break }
            if hasSeveralCells(line) { found = index }
            if isHead(line) { hasHeads = true }
            index -= 1
        }
        return Array(found..<first)
    }

    private func endsSentence(_ line: BoxLine) -> Bool {
        line.words.contains { word in
            word.text.indices.contains { word.text[$0...].starts(with: Self.stop) }
        }
    }

    private func hasSeveralCells(_ line: BoxLine) -> Bool {
        zip(line.words, line.words.dropFirst()).contains { $1.left - $0.right > 0.6 * max($0.em, $1.em) }
    }

    /// The lowest line with the heads of columns, or beside one that stands upright, -1 without one: no row's label stands on
    /// it or above, however close a page's beginning brings a heading, or the head of the labels.
    private func lastHead(_ header: [Int]) -> Int {
        let head = header.last { isHead(page.lines[$0]) } ?? -1
        guard let top = rows.first?.top, first > range.lowerBound else { return head }
        let begin = page.lines[range.lowerBound].top
        let bottom = page.verticals.lazy.filter { $0.left > left - 2 && $0.top >= begin && $0.bottom < top }
            .map(\.bottom).max()
        guard let bottom else { return head }
        return max(
            head,
            (range.lowerBound..<first).last { page.lines[$0].top + page.lines[$0].bottom < 2 * bottom } ?? -1
        )
    }

    private func isHead(_ line: BoxLine) -> Bool { hasSeveralCells(line) && line.right > left + 2 }

    /// The heads whose characters stand one below the other, as narrow columns have them.
    private func verticals(over header: [Int]) -> [WordBox] {
        guard let top = header.map({ page.lines[$0].top }).min(), let bottom = rows.first?.top else { return [] }
        return page.verticals.filter { $0.bottom > top && $0.bottom < bottom }
    }

    /// Whether nothing that may be a label stands beside the rows.
    private func isBare(_ leaves: [LabelFragment]) -> Bool {
        guard let last = rows.last else { return true }
        return !leaves.contains { $0.word.top < last.bottom + 0.2 * last.height }
    }

    // MARK: What stands beside

    /// The pieces of labels: what stands left of the cells, words of one cell joined.
    private func labelFragments() -> [LabelFragment] {
        var fragments: [LabelFragment] = []
        for index in range.lowerBound..<foot {
            let words = page.lines[index].words.filter { $0.right <= left + 2 && !isCell($0, index) }
            let reaches = page.lines[index].words.contains { $0.right > left + 2 && !$0.isUnitPart }
            guard !reaches || isInRow(index) || index < first else { continue }
            for word in words {
                if let previous = fragments.last, previous.index == index, joins(previous.word, word, index) {
                    fragments[fragments.count - 1].word.join(word)
                } else {
                    fragments.append(
                        LabelFragment(
                            word: word,
                            index: index,
                            page: page.lines[index].page,
                            number: fragments.count
                        )
                    )
                }
            }
        }
        return fragments.sorted { ($0.level, $0.word.left) < ($1.level, $1.word.left) }
    }

    private static let feet = [
        "单位负责人", "负责人：", "审核人", "填报人", "填表人", "填报日期", "填表日期", "注：", "注:", "备注：", "备注:",
    ].map { Array($0.utf8) }

    /// The line below the last row that tells who filled the table in, or what it is of, and is no part of a label; else
    /// where the lines end that it may take.
    private var foot: Int {
        (last + 1..<max(last + 1, range.upperBound)).first { index in
            page.lines[index].words.first.map { word in Self.feet.contains { word.text.starts(with: $0) } } ?? false
        } ?? range.upperBound
    }

    private func isRow(_ index: Int) -> Bool { row(around: index)?.index == index }

    /// Whether a line is one of those that a row with broken numbers takes.
    private func isInRow(_ index: Int) -> Bool { row(around: index) != nil }

    /// The row that takes a line; the rows stand in order.
    private func row(around index: Int) -> ValueLine? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].lines.upperBound < index { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].lines.contains(index) ? rows[low] : nil
    }

    private func isCell(_ word: WordBox, _ index: Int) -> Bool {
        row(around: index)?.values.contains(word) ?? false
    }

    /// Whether two words of a line are one cell: near each other, and no column begins at the second.
    private func joins(_ one: WordBox, _ next: WordBox, _ index: Int) -> Bool {
        let gap = next.left - one.right
        let em = max(one.em, next.em)
        // A number inside a line begins a cell, however narrow the border is.
        if next.hasEnumerator, one.length > 1, gap > 0 { return false }
        if gap < 0.3 * em || one.isItemNumber && gap < 1.5 * em { return true }
        if gap > 0.9 * em, one.length > 1 || next.length > 1 || gap > 2.2 * em { return false }
        return !beginsColumn(next, besides: index)
    }

    /// Whether a row's numbered label is printed over a fragment: a page's repeated head hangs into the row below it.
    private func isOverprinted(_ index: Int, _ labels: [LabelFragment]) -> Bool {
        let word = labels[index].word
        guard !word.hasEnumerator else { return false }
        return labels[max(0, index - 3)..<min(labels.count, index + 4)].contains { other in
            other.word.hasEnumerator && other.word.sharesLine(word)
                && min(other.word.right, word.right) - max(other.word.left, word.left) > word.em
        }
    }

    private func beginsColumn(_ word: WordBox, besides index: Int) -> Bool {
        var count = 0
        for other in max(range.lowerBound, index - 30)..<min(range.upperBound, index + 30) where other != index {
            if page.lines[other].hasText(at: word.left) { count += 1 }
            if count == 2 { return true }
        }
        return false
    }

    /// Whether a fragment may be a part of a row's label, and is not a group's.
    private func isLeaf(
        _ label: LabelFragment,
        _ edge: Double?,
        _ straddled: StraddledRows,
        among all: ArraySlice<LabelFragment>
    ) -> Bool {
        if straddled.contains(label.index) { return false }
        guard let edge, label.word.right <= edge + 1, !straddled.endsLabel(label) else { return true }
        if isBesideLabel(label, all) { return false }
        // On a row's line it is the row's own label, if it does not go on with a group's.
        if isRow(label.index) {
            return !all.contains { other in
                guard other.word.right <= edge + 1 else { return false }
                // What stands beside a row's label is a group's, and so are the lines that it goes on with, or that go
                // on with it.
                if other.goesOn(label) || label.goesOn(other), isBesideLabel(other, all) { return true }
                return !isRow(other.index) && label.goesOn(other) && !goesOnWithLabel(other, edge, among: all)
            }
        }
        return goesOnWithLabel(label, edge, among: all) || goesOnWithRow(label, edge, among: all)
    }

    /// Whether a fragment at the left goes on, over some lines, with a numbered one on a row's line that nothing stands
    /// beside: （一） over 予以公开, where the cells of groups and rows are not merged.
    private func goesOnWithRow(_ label: LabelFragment, _ edge: Double, among all: ArraySlice<LabelFragment>) -> Bool {
        var lower = label
        for _ in 0..<Self.mostLines {
            let upper = all.last { other in
                other.word.right <= edge + 1 && lower.goesOn(other) && !isBesideLabel(other, all)
            }
            guard let upper else { return false }
            if isRow(upper.index) { return upper.word.hasEnumerator }
            lower = upper
        }
        return false
    }

    /// No label of a group has more.
    private static let mostLines = 12

    private func isBesideLabel(_ label: LabelFragment, _ all: ArraySlice<LabelFragment>) -> Bool {
        all.contains { $0.word.left >= label.word.right - 1 && $0.word.sharesHeight(label.word) }
    }

    /// Whether a fragment at the left goes on with a row's label that begins as far left, and is wider.
    private func goesOnWithLabel(_ label: LabelFragment, _ edge: Double, among all: ArraySlice<LabelFragment>) -> Bool {
        all.contains { other in
            other.word.right > edge + 1 && other.word.left <= label.word.left + 2 && label.goesOn(other)
        }
    }

    /// Joins fragments that stand closely one below the other into cells.
    static func stacks(_ words: [WordBox]) -> [BoxTable.Stack] {
        var stacks: [BoxTable.Stack] = []
        for word in words.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            let home = stacks.indices.suffix(8).last { index in
                stacks[index].words.last.map { LabelFragment.goesOn($0, with: word) } ?? false
            }
            if let home { stacks[home].words.append(word) } else { stacks.append(BoxTable.Stack(words: [word])) }
        }
        return stacks
    }
}
