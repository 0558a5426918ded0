/// Which tokens speak of the next number.
struct ClauseContext {
    /// Where the words of this clause begin, behind its last number.
    private(set) var start: Int
    /// Where those of the clause before begin, where it has no number.
    private(set) var wider: Int
    /// Where the clause begins.
    private(set) var clause: Int
    private(set) var clauses = 0
    private var hasNumber = false

    init(start: Int) {
        self.start = start
        wider = start
        clause = start
    }

    mutating func pass(number index: Int) {
        numbers += 1
        start = index + 1
        wider = index + 1
        hasNumber = true
    }

    /// What was said before each bracket that is open.
    private struct Outer {
        var start: Int
        var wider: Int
        var clause: Int
        var hasNumber: Bool
        var clauses: Int
        var numbers: Int
        var isBehindNumber: Bool
    }

    private var numbers = 0
    private var outer: [Outer] = []

    mutating func open(isBehindNumber: Bool) {
        outer.append(
            Outer(
                start: start,
                wider: wider,
                clause: clause,
                hasNumber: hasNumber,
                clauses: clauses,
                numbers: numbers,
                isBehindNumber: isBehindNumber
            )
        )
    }

    /// A bracket without a number parts nothing: 予以公开(含部分公开)决定34件.
    mutating func close(at index: Int) {
        guard let before = outer.popLast(), numbers == before.numbers else { return }
        start = before.start
        wider = before.wider
        clause = before.clause
        // 部分公开46件(含企业申请)、不予公开96件: what stands in it is said of the number before.
        if before.isBehindNumber {
            start = index + 1
            wider = index + 1
        }
        hasNumber = before.hasNumber
        clauses = before.clauses
    }

    /// `parts`: whether the clauses speak of different things, as those beside a semicolon do.
    mutating func endClause(at index: Int, parts: Bool) {
        wider = hasNumber || parts ? index + 1 : start
        start = index + 1
        clause = index + 1
        clauses += 1
        hasNumber = false
    }
}
