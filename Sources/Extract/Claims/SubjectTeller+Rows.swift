internal import Forms
internal import Model

/// The rows of the forms' tables that may count applications.
extension SubjectTeller {
    func row(_ verb: Term?, _ words: TermSet, _ family: ClaimFamily) -> Counted {
        let readings: [[String]]
        switch paths.era {
        case .revised:
            // 延期答复1件: of all there were, of which it may be one that waits for its answer.
            if verb == .process, words.contains(.late), !words.contains(.finished) {
                return Counted(readings: [Self.all(paths)], family: family, isPart: true)
            }
            // 按时办结21件, 当年办结21件: of all that were dealt with.
            if verb == .process,
                words.meets([.timely, .late, .within]) || words.contains(.inYear) && !paths.hasNoneCarriedIn
            {
                return Counted(readings: [paths.applications("processed_total")], family: family, isPart: true)
            }
            readings = revised(verb, words)
        case .statistics: readings = statistics(verb, words)
        case .annex:
            // The text may give the sum of all years; where it does, words often fail to say so.
            let row = verb == .process ? "answered" : "received"
            readings = [["annex.\(row).year"], ["annex.\(row).cumulative"]]
        }
        // Carried over, where the form has no such row.
        guard let first = readings.first else { return Counted(family: family) }
        let doubt = !paths.isRevised && verb == .handle
        return Counted(
            key: first[0],
            readings: readings,
            family: family,
            doubt: doubt ? .wording : nil,
            isWhole: verb != nil
        )
    }

    private func revised(_ verb: Term?, _ words: TermSet) -> [[String]] {
        let received = paths.applications("received")
        let carried = paths.applications("carried_in")
        let processed = paths.applications("processed_total")
        switch verb {
        case .newly:
            // 上年结转申请与本年新收申请共计74件.
            return words.contains(.carriedIn) && words.contains(.total) ? [received + carried, received] : [received]
        case .carriedIn:
            // 新收申请加上年结转共183件: of both.
            let isSum = words.contains(.total) && words.meets([.newly, .accept])
            return words.contains(.receive) || isSum ? [received + carried, carried] : [carried]
        case .carriedOut: return [paths.applications("carried_out")]
        case .carry: return words.contains(.containing) ? [] : [paths.applications("carried_out"), carried]
        case .process:
            guard !words.meets([.timely, .late, .within]) else { return [] }
            if words.contains(.inYear) { return [processed] }
            let both = words.meets([.receive, .accept]) ? [received, received + carried] : []
            // 答复 may leave out what was not processed at all, and what there was nothing to say of.
            let told = ["granted", "partly_granted", "refused"].flatMap { paths.group($0) }
            let answered = told + paths.group("unavailable")
            let fewer = words.contains(.finished) ? [] : [answered, answered + paths.group("not_processed"), told]
            return [processed] + fewer + both
        case .handle, nil:
            guard !words.meets([.timely, .late, .within]) else { return [] }
            return [received, received + carried, processed]
        default: return [received, received + carried]
        }
    }

    private func statistics(_ verb: Term?, _ words: TermSet) -> [[String]] {
        switch verb {
        case .process:
            if words.contains(.late) { return [["statistics.closed.extended.count"]] }
            if words.contains(.timely) {
                return [
                    ["statistics.closed.on_time.count"], ["statistics.closed.count"], ["statistics.answered.count"],
                ]
            }
            return [["statistics.closed.count"], ["statistics.answered.count"]]
        case .handle:
            return [["statistics.received.count"], ["statistics.closed.count"], ["statistics.answered.count"]]
        case .carriedIn, .carriedOut, .carry: return []
        default: return [["statistics.received.count"]]
        }
    }
}
