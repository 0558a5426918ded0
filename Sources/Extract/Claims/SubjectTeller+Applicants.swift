internal import Forms
internal import Model

/// Applications by who filed them.
extension SubjectTeller {
    func applicant(_ verb: Term?, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted {
        guard paths.isRevised, !words.meets(.foreign), !words.meets([.carry, .carriedIn, .carriedOut]) else {
            return Counted(family: .applicant)
        }
        let columns = columns(terms)
        // 其他各类组织提交9件: those that were not named before.
        let isRest = columns == CellPaths.organisations && words.contains(.otherItem)
        guard columns != ["total"], !isRest else { return Counted(family: .applicant) }
        let row = verb.map { Self.isHandling($0) ? "processed_total" : "received" } ?? state.applicationRow
        let cells = paths.applications(row, columns)
        var readings = [cells]
        if verb == nil, row != "received" || state.saysHandled {
            // 收到363件,办结359件,其中自然人312件: of either.
            let other = row == "received" ? "processed_total" : "received"
            readings.append(paths.applications(other, columns))
        }
        if state.spokeOfCarried, row == "received" || verb == nil {
            readings.append(paths.applications("received", columns) + paths.applications("carried_in", columns))
        }
        // 公民提出的申请15件: of natural persons, or of the public.
        if columns == ["natural_person"], words.contains(.citizen), state.applicants == 1 {
            readings.append(paths.applications(row, ["total"]))
        }
        // 企业14件: the businesses, or all that are no natural persons.
        if let last = terms.last(where: { TermSet.applicants.contains($0.term) }), last.term == .business,
            last.end - last.start < Self.businessName
        {
            readings.append(paths.applications(row, CellPaths.organisations))
        }
        // 企业申请13件、其他组织申请9件: whatever is no business, where no other kind is named.
        if columns == ["other_organisation"], !state.kinds.contains(where: Self.lesserKinds.contains) {
            readings.append(paths.applications(row, Array(CellPaths.organisations.dropFirst())))
        }
        var doubt: Claim.Doubt?
        if columns.count > 1, columns != CellPaths.organisations {
            // 科研机构、社会公益组织及其他51件: with those that stand in the last column.
            if words.contains(.otherItem), !columns.contains("other_organisation") {
                readings = readings.map { $0 + paths.applications(row, ["other_organisation"]) }
            }
            // 由科研机构、法律服务机构等提出: others may have, too.
            if words.meets([.etCetera, .mainly]) { doubt = .wording }
        }
        return Counted(key: cells.joined(separator: "+"), readings: readings, family: .applicant, doubt: doubt)
    }

    private static let lesserKinds: TermSet = [.research, .charity, .legalService]

    /// The length of 商业企业.
    private static let businessName = 12
}
