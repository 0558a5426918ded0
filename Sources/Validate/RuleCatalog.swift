internal import Forms
package import Model

/// Every rule, in the order in which findings are reported.
package enum RuleCatalog {
    package static let all: [any Rule.Type] = [
        SectionMissing.self,
        SectionSilent.self,
        SectionOrder.self,
        SectionEmpty.self,
        FormOutdated.self,
        FormIncomplete.self,
        FormCitation.self,
        ApplicationsBalance.self,
        ApplicationsColumnSum.self,
        ApplicationsRowTotal.self,
        DisputesTotal.self,
        ProactiveInForce.self,
        StatisticsSum.self,
        AnnexSum.self,
        NumberInvalid.self,
        ClaimContradictsTable.self,
        ClaimListSum.self,
        ClaimPercentage.self,
        ClaimRepeated.self,
        ClaimZero.self,
        IdentityUnknown.self,
        IdentityYear.self,
        IdentityDate.self,
        IdentityAgency.self,
        IdentityOutline.self,
        IdentityReposted.self,
        TextResidue.self,
        TextCopied.self,
        FeeMultiple.self,
        DeadlineMissed.self,
        ClaimContradictsSibling.self,
        HistoryCarryOver.self,
        HistoryInForce.self,
        HistoryCumulative.self,
        HistoryItems.self,
        HistoryGrowth.self,
        HistoryCopied.self,
    ]

    /// What all rules say of a report.
    package static func judgement(of report: Report, context: JudgementContext = JudgementContext()) -> Judgement {
        guard let subject = Subject(report, context: context) else { return .clean }
        var result = Judgement()
        for rule in all { result.append(rule.init().judgement(of: subject)) }
        var seen: Set<String> = []
        for rule in context.constraints.map(\.rule) where seen.insert(rule).inserted {
            result.append(subject.relations.judgement(of: rule, in: subject))
        }
        result.gatherExplained(in: subject)
        result.repairByText(in: subject)
        result.repairByLastYear(in: subject)
        result = subject.settings.applied(to: result)
        for index in result.findings.indices { complete(&result.findings[index], of: report) }
        return result
    }

    private static func complete(_ finding: inout Finding, of report: Report) {
        finding.message = finding.message.punctuated
        for repair in finding.repairs.indices {
            finding.repairs[repair].cause = finding.repairs[repair].cause.punctuated
        }
        for place in finding.places.indices {
            finding.places[place].inDocument = report.documentPlace(of: finding.places[place].path)
        }
    }
}
