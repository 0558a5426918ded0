internal import Bytes
internal import Forms
internal import Model

/// Where a row ends, and where the table does.
extension TableParse {
    /// In a grid, a row ends with its line, unless nothing of it stood there yet.
    mutating func leaveRow(at piece: Piece) {
        guard let current, let home else { return }
        guard let place = piece.place else {
            // What stands below a grid is no cell of its last row.
            if isFull(current) { self.current = nil }
            if isBelowGrid(piece) { isEnded = true }
            return
        }
        if place.table != home.table || place.row != home.row,
            piece.kind == .blank || rows[current]?.slots.isEmpty == false
        {
            self.current = nil
            if current == rowCount - 1, isComplete { isEnded = true }
        }
    }

    /// Whether a piece stands outside of the grid whose last row is full: the text goes on behind the table, whatever rows
    /// it names.
    func isBelowGrid(_ piece: Piece) -> Bool {
        piece.place == nil && !table.isOneLine && lastRow == rowCount - 1 && rows[lastRow]?.place != nil
            && isComplete && isFull(lastRow)
    }

    /// Whether a label stands in the grid below its last row, and all rows are full: there another table begins, as last year's
    /// does right behind this year's.
    func isBelowLastRow(_ label: TableLabel) -> Bool {
        guard !table.isOneLine, lastRow == rowCount - 1, let home = rows[lastRow]?.place,
            let place = flow.pieces[label.firstPiece].place
        else { return false }
        return (place.table, place.row) > (home.table, home.row) && isFull(lastRow) && isComplete
    }

    /// Whether a label is a word of the paragraph behind the last row: 共接收申请49份,其中自然人申请46份,法人或其他组织申请3份.
    func isInSentence(_ label: TableLabel) -> Bool {
        guard !table.isOneLine, lastRow == rowCount - 1, let last = rows[lastRow]?.slots.last?.piece else {
            return false
        }
        let first = label.firstPiece
        let begin = flow.range(first).lowerBound
        guard first > last, flow.pieces[first].gap >= .line, flow.pieces[first].place == nil,
            label.start - begin >= Self.shortestClause
        else { return false }
        return flow.bytes[begin..<label.start].contains(UInt8(ascii: ","))
    }

    /// 8 Chinese characters.
    private static let shortestClause = 24

    /// Whether a piece is the heading of a section: a chapter's number that no label of this table follows.
    func isHeading(_ range: Range<Int>, _ piece: Piece) -> Bool {
        // **五、存在的主要问题及整改措施**, as Markdown sets headings.
        let words = HeadingFinder.withoutStars(range, flow)
        guard piece.gap >= .line || piece.gap == .wide, let heading = numberedWords(words, piece) else { return false }
        return !beginsGroup(heading) && !isBesideValue(piece)
            && slippedRow(heading, isWhole: heading == HeadingFinder.withoutStars(flow.range(self.piece), flow)) == nil
    }

    /// The words that the number of a chapter begins, or nil: 五、存在的主要问题, and outside of a grid 五 、存在的主要问题 and
    /// 第五部分 存在的主要问题.
    private func numberedWords(_ range: Range<Int>, _ piece: Piece) -> Range<Int>? {
        if let number = Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound) {
            guard number.style == .chapter else { return nil }
            return number.length < range.count ? range : headingBehindNumber(range, piece)
        }
        guard piece.place == nil, Enumerator.mayBeginChapter(flow.bytes, at: range.lowerBound, end: range.upperBound)
        else { return nil }
        let words = range.count <= Self.longestNumber ? headingBehindNumber(range, piece) : range
        guard let words, let number = chapterNumber(words), number.length < words.count else { return nil }
        return words == range || number.length >= range.count ? words : nil
    }

    private func chapterNumber(_ words: Range<Int>) -> Enumerator? {
        let number =
            Enumerator(flow.bytes, at: words.lowerBound, end: words.upperBound)
            ?? Enumerator(looseAt: words.lowerBound, end: words.upperBound, in: flow.bytes) { isSection($0) }
        return number?.style == .chapter ? number : nil
    }

    /// Whether words behind a blank name a section, and are no line of a table: 五 存在的主要问题及改进情况.
    private func isSection(_ words: Range<Int>) -> Bool {
        flow.starts[flow.piece(at: words.lowerBound)] == words.lowerBound
            && !HeadingCatalog.shared.isTableLine(flow.bytes, words)
            && HeadingRanks(flow: flow).section(in: words, isBrief: false) != nil
    }

    /// 第五部分、.
    private static let longestNumber = 15

    /// A chapter's number and the words behind a blank in its line: 五、 存在的主要问题及改进情况.
    private func headingBehindNumber(_ number: Range<Int>, _ piece: Piece) -> Range<Int>? {
        let next = self.piece + 1
        guard number == flow.range(self.piece), piece.place == nil, next < flow.pieces.count,
            flow.pieces[next].kind == .text, flow.pieces[next].gap < .line, flow.pieces[next].place == nil
        else { return nil }
        let words = flow.range(next)
        return words.count >= Self.shortestHeading && !startsValue(words)
            ? number.lowerBound..<words.upperBound : nil
    }

    /// 收费情况.
    private static let shortestHeading = 12

    /// Whether a number stands beside a text, on its line or in its row: behind a heading none does.
    private func isBesideValue(_ piece: Piece) -> Bool {
        guard !isBeforeRows || piece.place != nil, self.piece + 1 < flow.pieces.count else { return false }
        let next = flow.pieces[self.piece + 1]
        guard next.kind == .text, startsValue(flow.range(self.piece + 1)) else { return false }
        if let place = piece.place { return next.place?.table == place.table && next.place?.row == place.row }
        return next.gap < .line
    }

    /// Whether a text is the beginning of a group line, which stands upright beside its rows: 三、本, with 年度办 below.
    func beginsGroup(_ range: Range<Int>) -> Bool {
        groupWords.contains { word in
            let common = zip(word, flow.bytes[range]).prefix { $0 == $1 }.count
            // 三、本, or with the end of another such line behind it: 三、本法提供.
            return common == range.count && word.count > common
                || common >= Self.groupBeginning && range.count <= Self.longestGroup && !isComplete
        }
    }

    /// A number, its mark and a character.
    private static let groupBeginning = 9
    private static let longestGroup = 24

    mutating func end() {
        isEnded = true
        if region.isEmpty { region = region.lowerBound..<offset }
    }

    /// Whether another value follows on the same line, of which the last one may be a part, or as many as the row has:
    /// then the row was not read right.
    private var isFollowedByValues: Bool {
        let width = table.isOneLine ? table.rows.count * table.columns.count : current.map(width) ?? 1
        var index = piece + 1
        while index < flow.pieces.count, index - piece <= width, flow.pieces[index].kind == .text,
            CellReader.content(flow.bytes, flow.range(index)) != nil
        {
            if index == piece + 1, flow.pieces[index].gap < .line || isOneOfLines(index) { return true }
            index += 1
        }
        return index - piece > width
    }

    /// Whether the values of a table of one line stand on a line each, and so does the one behind the last: then a page's
    /// number may be any of them.
    private func isOneOfLines(_ next: Int) -> Bool {
        guard table.isOneLine, piece > 0, flow.pieces[next].place == nil else { return false }
        return flow.pieces[piece - 1].line < flow.pieces[piece].line
    }

    mutating func endIfComplete() {
        if hasAllValues, !isFollowedByValues, !hasValueBehindBlank, !mayHoldOthers, !isCutBehind { isEnded = true }
    }

    /// Whether the grid's line that a table of one line stands on goes on with a blank cell and a value: then it has more
    /// columns than the form, and which of them are the form's is not known.
    private var hasValueBehindBlank: Bool {
        guard table.isOneLine, let home = flow.pieces[piece].place else { return false }
        var index = piece + 1
        while index < flow.pieces.count, let place = flow.pieces[index].place, place.table == home.table,
            place.row == home.row
        {
            if flow.pieces[index].kind == .text { return CellReader.content(flow.bytes, flow.range(index)) != nil }
            index += 1
        }
        return false
    }

    /// Whether the table's last value was read.
    private var hasAllValues: Bool {
        if table.isOneLine {
            let wanted = table.rows.count * table.columns.count
            let count = runs.reduce(0) { sum, run in
                run.contains { $0.isValue } ? sum + run.count(where: \.isCertain) : sum
            }
            return count >= wanted
        }
        guard let current, current == rowCount - 1 else { return false }
        return rows[current]?.place == nil && isFull(current) && isComplete
    }
}
