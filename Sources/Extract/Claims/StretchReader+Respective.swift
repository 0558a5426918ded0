internal import Model

/// Numbers that 分别 gives to several things, one after another.
extension StretchReader {
    /// 2022年、2023年分别收到58件、70件: one of each year; nil where there are not as many years as numbers.
    private mutating func years(at index: Int, _ voice: Voice) -> [Voice]? {
        guard let reportYear else { return nil }
        var years: [Int] = []
        for token in tokens[..<index] {
            if case .year(let year) = token.kind { years.append(year) }
            if token.number != nil || token.kind == .semicolon { years.removeAll() }
        }
        guard years.count > 1, years.count == numbers(from: index) else { return nil }
        return years.map { year in
            var voice = voice
            voice.isOfOtherYear = year != reportYear
            voice.words.remove(.respectively)
            return voice
        }
    }

    /// 2021年收到118件、办结121件;2022年分别为137件、133件: what the counts before were of; nil where there are not as
    /// many of them as numbers.
    mutating func parallel(at index: Int, _ voice: Voice, _ unit: CountUnit) -> Voice? {
        if voice.words.contains(.respectively) {
            parallels.removeAll(keepingCapacity: true)
            if let years = years(at: index, voice) {
                parallels = years
            }
            guard parallels.isEmpty else { return parallels.removeFirst() }
            guard !voice.words.meets(.nouns) else { return nil }
            let count = numbers(from: index)
            guard count > 1, voices.count >= count else { return nil }
            let before = voices.suffix(count)
            guard before.allSatisfy({ $0.unit == unit }) else { return nil }
            // 157件,…;对应数字分别是90件、14件: of which they are is not told where they were of different kinds.
            let outcomes = before.count { $0.voice.words.meets(.disputeOutcomes) }
            parallels = before.map { outcomes == 0 || outcomes == count ? $0.voice : Voice() }
        } else if parallels.isEmpty || voice.words.meets(.telling) {
            parallels.removeAll(keepingCapacity: true)
            return nil
        }
        var parallel = parallels.removeFirst()
        // 2021年的数: the words before the number itself say of which year it is.
        if voice.words.contains(.matter) { parallel.words.insert(.matter) }
        return parallel
    }

    static func cumulative(_ path: String) -> String {
        path.hasSuffix(".year") ? path.dropLast(4) + "cumulative" : path
    }

    /// The thing before 分别 that the number counts: nil where there is no 分别, and no thing where there are not as
    /// many numbers as things.
    mutating func respective(at index: Int, _ voice: Voice) -> SubjectTeller.Placed?? {
        if voice.words.contains(.respectively) {
            // 通过信函、网络收到申请分别为8件、6件: of the two ways, and not of the applications.
            let nouns = voice.words.meets(.means) ? TermSet.means : TermSet.nouns
            let named = voice.terms.filter { nouns.contains($0.term) }
            let things = withoutGroup(named, numbers(from: index))
            // Only 而 is not known: …而无法提供的.
            if things.count < named.count, state.ownBytes <= 6 { state.isQualified = false }
            guard things.count > 1 else { return .none }
            state.respective = things.count == numbers(from: index) ? Array(things.dropFirst()) : []
            return .some(state.respective.isEmpty ? nil : things[0])
        }
        guard !state.respective.isEmpty else { return .none }
        guard !voice.words.meets(.telling) else {
            state.respective = []
            return .none
        }
        return .some(state.respective.removeFirst())
    }

    private static let groups: TermSet = [.refused, .unavailable, .notProcessed, .otherProcessing]

    /// 因不掌握、需另行制作而无法提供的分别为2件、3件: the group behind its reasons is what each of them is, and has no number.
    private func withoutGroup(_ things: [SubjectTeller.Placed], _ count: Int) -> [SubjectTeller.Placed] {
        guard things.count == count + 1, let last = things.last, Self.groups.contains(last.term) else { return things }
        let reasons = things.dropLast()
        let areReasons = reasons.indices.allSatisfy { place in
            TermSet.reasons.contains(reasons[place].term)
                && !reasons[..<place].contains { $0.term == reasons[place].term }
        }
        return areReasons && reasons.dropFirst().allSatisfy(\.isJoined) ? Array(reasons) : things
    }

    /// How many numbers stand one behind the other, with nothing between them but commas.
    func numbers(from index: Int) -> Int {
        var count = 0
        var place = index
        while place < tokens.count {
            switch tokens[place].kind {
            case .number: count += 1
            case .comma, .pause: break
            case .term(.compare), .term(.filler): break
            default: return count
            }
            place += 1
        }
        return count
    }

    /// 行政复议、行政诉讼各1件, 执法案卷、查询事项各8件: one figure for each.
    func separate(_ voice: Voice) -> [Counted] {
        guard let last = voice.terms.lastIndex(where: { Self.separable.contains($0.term) }),
            let kinds = Self.kinds.first(where: { $0.contains(voice.terms[last].term) })
        else { return [] }
        var first = last
        while first > 0, voice.terms[first].isJoined, kinds.contains(voice.terms[first - 1].term) { first -= 1 }
        // 涉行政复议的、涉行政诉讼的各1件.
        let isOfDisputes = kinds.contains(.review)
        let chain = isOfDisputes ? voice.terms.filter { kinds.contains($0.term) } : Array(voice.terms[first...last])
        guard chain.count > 1 else { return [] }
        let outcomes = TermSet.disputeOutcomes.union([.concluded])
        let others = voice.terms.filter { isOfDisputes ? outcomes.contains($0.term) : !kinds.contains($0.term) }
        return chain.map { kind in
            var words = voice.words
            for other in chain where other.term != kind.term && !isOfDisputes { words.remove(other.term) }
            return teller.counted(others + [kind], words, .cases, state)
        }
    }

    /// 各1件, 均为1件.
    func isOfEach(_ figure: Figure) -> Bool {
        if figure.own.contains(.each) { return true }
        // 科研机构等其余四类均为29件.
        if figure.voice.words.meets([.etCetera, .otherItem]) { return false }
        var last = figure.index - 1
        while last >= figure.left.lowerBound, tokens[last].term == .filler, tokens[last].end == tokens[last + 1].start {
            last -= 1
        }
        return last >= figure.left.lowerBound && last < figure.index - 1 && tokens[last].term == .all
            && tokens[last].end == tokens[last + 1].start
    }

    private static let kinds: [TermSet] = [
        .disputes, .outcomes, .disputeOutcomes, .applicants, [.permit, .penalty, .coercive],
    ]
    private static let separable = kinds.reduce(TermSet()) { $0.union($1) }
}
