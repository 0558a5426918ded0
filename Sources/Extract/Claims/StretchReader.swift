internal import Model

/// Reads stretch after stretch of the narrative and gathers its figures.
struct StretchReader {
    let flow: Flow
    let teller: SubjectTeller
    let reportYear: Int?
    var scanner: ClaimScanner
    var writer: ClaimWords
    var state = SentenceState()
    /// The figures of this stretch.
    var items: [ClaimItem] = []
    var result = ClaimReading()
    /// Counts the sentences of the stretch.
    private(set) var sentenceNumber = 0
    private(set) var stretchStart = 0
    private(set) var stretchEnd = 0
    /// Where the full stop before the sentence ends; nil in the first sentence of the stretch.
    private(set) var sentenceStart: Int?
    /// What was spoken of before each bracket that is open.
    private struct OuterState {
        var dispute: [Term]
        var isOtherYear: Bool
        var isComparison: Bool
    }

    private var outer: [OuterState] = []
    /// The words of the counts of this sentence, and those whose numbers are still to come behind 分别.
    var voices: [(voice: Voice, unit: CountUnit)] = []
    var parallels: [Voice] = []
    /// The claim of what was disclosed so far, with which no year stands.
    var lastSoFar: Int?
    /// Whether a figure of this sentence took its scope from the words on whose figures they are.
    var scopeIsUsed = false
    /// Whether this sentence itself has those words.
    var scopeIsOwn = false
    /// Whether the words are those of a whole area: 全市, 各级.
    var scopeIsWide = false
    /// Whether the words are the name of another body.
    var scopeIsOther = false

    /// Whether the report is that of a government's office itself.
    let isOfOffice: Bool
    /// The name of the body whose report it is, normalised; empty where it is not known.
    let agency: [UInt8]

    init(flow: Flow, paths: CellPaths, reportYear: Int?, agency: String?) {
        isOfOffice = agency.map { $0.hasSuffix("办公室") || $0.hasSuffix("办公厅") } ?? false
        self.agency = agency.map { flow.normalised($0) } ?? []
        self.flow = flow
        teller = SubjectTeller(paths: paths)
        self.reportYear = reportYear
        scanner = ClaimScanner(flow.bytes)
        writer = ClaimWords(flow: flow)
    }

    var tokens: [ClaimToken] { scanner.tokens }

    mutating func read(_ stretch: Range<Int>, section: String?) {
        items.removeAll(keepingCapacity: true)
        state = SentenceState()
        state.section = section
        sentenceNumber = 0
        scopeIsUsed = false
        stretchStart = stretch.lowerBound
        stretchEnd = stretch.upperBound
        sentenceStart = nil
        var index = stretch.lowerBound
        while index < stretch.upperBound {
            index = scanner.scan(from: index, to: stretch.upperBound)
            joinTokens()
            let count = tokens.count - (tokens.last?.kind == .stop ? 1 : 0)
            if count > 0 { readSentence(0..<count) }
            if count < tokens.count { sentenceStart = index }
            // No list goes on so far; the search for them must not grow with the square of a stretch.
            if items.count > Self.mostItems { findLists() }
        }
        findLists()
    }

    private static let mostItems = 300

    /// Finds the lists among the figures so far, which no later list can have a part of.
    private mutating func findLists() {
        guard !items.isEmpty else { return }
        defer { items.removeAll(keepingCapacity: true) }
        var finder = ListFinder(items: items, paths: teller.paths)
        finder.find()
        result.lists += finder.lists + singleParts()
        result.shares += finder.shares
        result.growths += GrowthFinder(items: items, claims: result.claims).growths()
    }

    private mutating func readSentence(_ range: Range<Int>) {
        sentenceNumber += 1
        prepare(range)
        var context = ClauseContext(start: range.lowerBound)
        var depth = 0
        for index in range {
            let token = scanner.tokens[index]
            switch token.kind {
            case .number(let number):
                let right = rightEnd(index, range.upperBound)
                add(scanner.numerals[number], at: index, context, right: right, depth: depth, range)
                context.pass(number: index)
            case .term(let term):
                observe(term, at: index, range)
                // 行政处罚零件,合计312件: a number as good as 0件.
                if term == .zero, isZeroWithUnit(token) { context.pass(number: index) }
            case .year(let year): observe(year: year, at: index, range)
            case .open:
                depth += 1
                outer.append(
                    OuterState(
                        dispute: state.dispute,
                        isOtherYear: state.isOtherYear,
                        isComparison: state.isComparison
                    )
                )
            case .close:
                depth = max(0, depth - 1)
                // 诉讼10件(直接起诉4件,复议后起诉6件),其中维持5件: those ten.
                if let outer = outer.popLast() {
                    if !outer.dispute.isEmpty { state.dispute = outer.dispute }
                    // 同比增长6.8%(2022年340件),结转20件.
                    state.isOtherYear = outer.isOtherYear
                    state.isComparison = outer.isComparison
                }
            case .comma, .semicolon, .colon: endClause(token.kind)
            case .pause, .quote, .stop: break
            }
            if token.kind == .open { context.open(isBehindNumber: isDirectlyBehindNumber(index)) }
            if token.endsClause { context.endClause(at: index, parts: token.kind == .semicolon) }
            if token.kind == .close { context.close(at: index) }
        }
    }

    // MARK: The state of the sentence

    private mutating func prepare(_ range: Range<Int>) {
        state = state.next()
        if !voices.isEmpty { voices.removeAll(keepingCapacity: true) }
        if !parallels.isEmpty { parallels.removeAll(keepingCapacity: true) }
        if !outer.isEmpty { outer.removeAll(keepingCapacity: true) }
        let words = wordsAreScanned ? scanner.words : words(range)
        state.isOfAttributes =
            words.contains(.disclose) && saysAttributes(range)
            || words.contains(.document) && saysKindsOfDocuments(range)
            || words.contains(.issue) && words.contains(.refused) && saysKindsOfPapers(range, words)
        // 主动公开2486条。其中政府网站2310条: of what was disclosed.
        state.saysDisclosed = state.saysDisclosed && tokens[range.lowerBound].term == .amongThem
        state.isOfOtherNoun = state.isOfOtherNoun && tokens[range.lowerBound].term == .amongThem
        // Whose figures they are is said once for the sentences that follow, if it was said of these figures at all.
        if !scopeIsUsed || beginsParagraph { state.scope = nil }
        scopeIsUsed = false
        scopeIsOwn = false
        if words.meets(Self.counted) {
            for token in scanner.tokens[range] { if let term = token.term { state.count(term) } }
        }
        state.know(words)
        state.isOfProposals =
            (words.contains(.proposal) || words.contains(.consultation)) && isOfProposals(range)
        state.isOfApplicant = words.meets(.applicants) && beginsWithApplicant(range)
        // 上半年收到13件。其中同意公开7件: of the half-year.
        // 2008年至2012年收到9件。其中同意公开3件: of all those years.
        if tokens[range.lowerBound].term == .amongThem {
            state.isPartOfYear = state.wasPartOfYear
            state.isSince = state.wasSince
        }
        // 结转下年度7件。其中自然人6件: of those.
        if let row = state.carriedBefore, tokens[range.lowerBound].term == .amongThem {
            state.applicationRow = row
            state.namesCarriedIn = state.namesCarriedIn || row == "carried_in"
            state.namesCarriedOut = state.namesCarriedOut || row == "carried_out"
        }
        if tellsOfApplications(words) {
            state.topic = .application
            state.spokeOfApplications = true
        }
    }

    private static let zeros = phrases("零件 零起 零宗 零例")

    private func isZeroWithUnit(_ token: ClaimToken) -> Bool {
        Self.zeros.contains { token.end - token.start == $0.count && flow.hasPrefix($0, at: token.start) }
    }

    private func isDirectlyBehindNumber(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].number != nil && tokens[index - 1].end == tokens[index].start
    }

    private static let counted = TermSet.outcomeGroups.union(.applicants).union(.reasons)

    /// Whether the figures of a sentence are those of proposals or questions, and not of applications.
    private func isOfProposals(_ range: Range<Int>) -> Bool {
        // …19件,不存在投诉举报: what stands behind the last number says nothing of it.
        guard let last = range.last(where: { tokens[$0].number != nil }) else { return false }
        let before = words(range.lowerBound..<last)
        // 不掌握14件、需另行制作3件;告知通过信访渠道反映6件: of applications all the same.
        return before.meets([.proposal, .consultation]) && !before.contains(.application)
            && state.outcomes + state.reasons < 2
    }

    private func beginsWithApplicant(_ range: Range<Int>) -> Bool {
        var isNamed = false
        for token in tokens[range] {
            // 企业申请增长明显: that is all that is said of them.
            if token.number != nil || token.term == .up || token.term == .down || token.term == .mainly { return false }
            if let term = token.term, TermSet.applicants.contains(term) { isNamed = true }
            if token.endsClause, token.kind != .open { return isNamed }
        }
        return false
    }

    /// Whether a line begins where the sentence before ended.
    var beginsParagraph: Bool {
        guard let start = sentenceStart else { return true }
        guard start < flow.bytes.count else { return true }
        let piece = flow.piece(at: start)
        return flow.starts[piece] == start && flow.pieces[piece].gap >= .line
    }

    private mutating func endClause(_ kind: ClaimToken.Kind) {
        if kind == .colon, items.last?.sentence == sentenceNumber {
            state.isBehindApplicant = items.last?.family == .applicant
        }
        if kind == .semicolon {
            state.isBehindApplicant = false
            state.amongSome = nil
            state.isPartOfYear = false
            state.isBehindSemicolon = true
            state.isAmong = false
            state.isAmongApplications = false
            state.isOfPart = false
            state.isOtherYear = false
            state.isComparison = false
            state.isSince = false
            state.isForeignDeed = false
            state.namesRegister = false
            state.isShareOfSome = false
            // 直接起诉4件、复议后起诉6件;维持5件: of all of them.
            // 复议后起诉157件,…;维持90件: of the one kind that was named.
            let isOfBoth = state.disputes.contains(.direct) && state.disputes.contains(.afterReview)
            let hasKind = state.dispute == [.direct] || state.dispute == [.afterReview]
            if hasKind, isOfBoth || state.disputes.contains(.litigation) { state.dispute = [.litigation] }
        } else if state.isComparison {
            state.isComparison = false
            state.isOtherYear = false
        }
        if kind == .comma { state.isForeignDeed = false }
    }

    // MARK: Words between tokens

    /// The bytes between two tokens that no token covers.
    func unknown(_ range: Range<Int>, before end: Int) -> Int {
        guard let first = range.first else { return 0 }
        var count = end - scanner.tokens[first].start
        for token in scanner.tokens[range] { count -= token.end - token.start }
        return max(0, count)
    }

    static let conjunctions = ["及", "和", "与", "或", "以及", "或者", "及其", "并"].map { Array($0.utf8) }

    /// Whether the token is joined by 、 or 及 to the word before it.
    func isJoined(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        var before = index - 1
        while before > 0, isLink(before) { before -= 1 }
        guard scanner.tokens[before].term != nil else { return false }
        let gap = scanner.tokens[before].end..<scanner.tokens[index].start
        guard gap.count <= 11 else { return false }
        // 复议诉讼案件29件: of both.
        if gap.isEmpty, before == index - 1 {
            // 全部或部分公开171件.
            return scanner.tokens[before].term == .review && scanner.tokens[index].term == .litigation
                || scanner.tokens[before].term == .granted && scanner.tokens[index].term == .partly
        }
        if scanner.tokens[(before + 1)..<index].contains(where: { $0.kind == .pause }) { return gap.count == 3 }
        // “公开”与“部分公开”.
        let words = flow.bytes[gap].filter { $0 != UInt8(ascii: "\"") }
        return Self.conjunctions.contains { words.elementsEqual($0) }
    }

    private func isLink(_ index: Int) -> Bool {
        let token = scanner.tokens[index]
        return token.kind == .pause || token.kind == .quote || token.term == .compare
            || token.term == .filler && token.end - token.start <= 6
    }

    /// The first token behind `index` at which the words of its number end.
    private func rightEnd(_ index: Int, _ end: Int) -> Int {
        var place = index + 1
        while place < end, !scanner.tokens[place].endsClause, scanner.tokens[place].number == nil {
            if scanner.tokens[place].kind == .pause { break }
            place += 1
        }
        return place
    }
}
