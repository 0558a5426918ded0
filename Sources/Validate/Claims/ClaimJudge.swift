internal import Forms
internal import Model

/// Compares the claims of a report with its tables.
struct ClaimJudge {
    let subject: Subject
    let rule: String
    let basis: String

    func judgement(_ isWanted: (Claim) -> Bool) -> Judgement {
        let report = subject.report
        var result = Judgement()
        let index = ClaimIndex(ClaimCells(report: report))
        let doubts = ClaimDoubt(index: index)
        var unread: [String: [String]] = [:]
        for (place, claim) in report.claims.enumerated() where !claim.readings.isEmpty && isWanted(claim) {
            switch index.outcome(place) {
            case .silent: break
            case .agrees:
                guard let value = doubts.lateOnes(place) else { break }
                let reason =
                    "“\(claim.text)” (line \(claim.line)) is not the table's \(value); the wording may mean something else"
                result.unverified.append(Unverified(rule: rule, reason: reason))
            case .unknown(let reason):
                unread[reason, default: []].append("claims.\(place) (line \(claim.line))")
            case .differs(_, let isInferred) where isInferred && !doubts.hasCompany(place) && !isConfirmed(claim):
                unread["a cell of it is blank or inferred", default: []].append("claims.\(place) (line \(claim.line))")
            case .differs(let value, _):
                if let doubt = doubts.reason(place, value) {
                    let reason = "“\(claim.text)” (line \(claim.line)) is not the table's \(value)\(doubt)"
                    result.unverified.append(Unverified(rule: rule, reason: reason))
                } else {
                    result.findings.append(finding(place, value))
                }
            }
        }
        for (reason, places) in unread.sorted(by: { $0.key < $1.key }) {
            result.unverified.append(Unverified(rule: rule, reason: "\(reason): \(places.joined(separator: ", "))"))
        }
        return result
    }

    /// Whether its table, in which digits ran together, leaves no doubt of the cells that it speaks of.
    private func isConfirmed(_ claim: Claim) -> Bool {
        claim.readings.allSatisfy { $0.allSatisfy { CellAddress(path: $0).map(subject.relations.confirms) ?? false } }
    }

    private func finding(_ index: Int, _ value: Quantity) -> Finding {
        let claim = subject.report.claims[index]
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(index)
        let table = wording.cells(claim.readings[0])
        let sum = claim.readings[0].count > 1 ? Finding.Message(zh: "，合计 \(value)", en: ", \(value) in all") : nil
        return Finding(
            rule: rule,
            severity: .error,
            message: Finding.Message(
                zh: claim.isPart
                    ? "\(said.zh)，多于\(table.zh)\(sum?.zh ?? "")" : "\(said.zh)，与\(table.zh)\(sum?.zh ?? "")不符",
                en: "\(said.en), \(claim.isPart ? "more than" : "but") \(table.en)\(sum?.en ?? "")"
            ),
            places: [wording.place(index)] + wording.places(claim.readings[0]),
            expected: .number(value),
            actual: (claim.value ?? claim.low ?? claim.high).map(Finding.Fact.number),
            basis: basis
        )
    }
}
