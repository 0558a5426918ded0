internal import Bytes
internal import Model

/// Writes what was found in one report as results of SARIF 2.1.0.
struct SarifResult {
    let report: Report
    let language: OutputLanguage
    /// The position of each rule in the log's catalogue.
    let ruleIndices: [String: Int]
    /// Where the source is text that an edit can be made in.
    let lines: SourceLines?

    /// The results, separated by commas: each finding, then each rule that could not be judged.
    func bytes() -> [UInt8] {
        let results = report.findings.map(result) + report.unverified.map(result)
        return Array(results.joined(separator: Array(",\n".utf8)))
    }

    // MARK: Findings

    private func result(_ finding: Finding) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writeRule(&writer, finding.rule)
            writer.member("level", Self.level(of: finding.severity))
            writer.message("message", language.words(finding.message))
            writer.key("locations")
            writer.array([mainPlace(finding)]) { write(&$0, place: $1) }
            writer.key("relatedLocations")
            writer.array(Array(operands(of: finding).enumerated())) { write(&$0, place: $1.element, id: $1.offset) }
            writer.key("partialFingerprints")
            writer.object { $0.member("goujiFinding/v1", finding.fingerprint) }
            writeFixes(&writer, finding.repairs)
            writeSuppression(&writer, finding)
            writer.key("properties")
            writer.object { writeProperties(&$0, finding) }
        }
        return writer.bytes
    }

    /// Every place that takes part: those that the finding names, then the zeros and blanks of its sum.
    private func operands(of finding: Finding) -> [Finding.Place] {
        let named = Set(finding.places.map(\.path))
        return finding.places
            + finding.operands.filter { !named.contains($0) }.map { path in
                let cell = report.cellPlace(at: path).flatMap { $0.row.cells[$0.index] }
                return Finding.Place(
                    path: path,
                    line: cell?.line ?? 0,
                    inDocument: cell?.inDocument,
                    text: cell?.text ?? ""
                )
            }
    }

    /// SARIF's word for a severity.
    static func level(of severity: Finding.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    private func writeRule(_ writer: inout JSONWriter, _ rule: String) {
        writer.member("ruleId", rule)
        if let index = ruleIndices[rule] {
            writer.key("ruleIndex")
            writer.int(index)
        }
    }

    /// The first place that has a line; the whole file where none has.
    private func mainPlace(_ finding: Finding) -> Finding.Place? {
        finding.places.first { $0.line > 0 } ?? finding.places.first
    }

    private func write(_ writer: inout JSONWriter, place: Finding.Place?, id: Int? = nil) {
        writer.object { writer in
            if let id {
                writer.key("id")
                writer.int(id)
            }
            writer.location(report.source, line: place?.line ?? 0, text: place?.text ?? "")
            guard let place else { return }
            writer.key("logicalLocations")
            writer.array([place.path]) { writer, path in
                writer.object { $0.member("fullyQualifiedName", path) }
            }
            if id != nil { writer.message("message", words(of: place)) }
        }
    }

    private func words(of place: Finding.Place) -> String {
        let page = place.inDocument.map { language.inBrackets(language.words($0.words)) } ?? ""
        return place.path + page + (place.text.isEmpty ? "" : language.colon + place.text)
    }

    /// Somebody has looked at it and accepts it, outside the report itself.
    private func writeSuppression(_ writer: inout JSONWriter, _ finding: Finding) {
        guard let reason = finding.accepted else { return }
        writer.key("suppressions")
        writer.array([reason]) { writer, reason in
            writer.object { writer in
                writer.member("kind", "external")
                writer.member("status", "accepted")
                writer.member("justification", reason)
            }
        }
    }

    private func writeProperties(_ writer: inout JSONWriter, _ finding: Finding) {
        writer.member("agency", report.identity.agency)
        writer.key("year")
        if let year = report.identity.year { writer.int(year) } else { writer.null() }
        writer.member("group", finding.group)
        writer.fact("expected", finding.expected)
        writer.fact("actual", finding.actual)
        writer.member("basis", finding.basis)
        writer.key("texts")
        writer.object { writer in
            writer.member("zh", finding.message.zh)
            writer.member("en", finding.message.en)
        }
        writer.key("repairs")
        writer.array(finding.repairs) { $0.string(Self.words(of: $1)) }
    }

    // MARK: Repairs

    /// The changes of a repair and its cause, in one line.
    static func words(of repair: Finding.Repair) -> String {
        let changes = repair.changes.map { "\($0.path) \($0.from?.description ?? "blank") → \($0.to)" }
        let cause = repair.cause.joined
        return changes.joined(separator: ", ") + (cause.isEmpty ? "" : " (\(cause))")
    }

    /// The repairs whose every cell is found on its line; of the others there are words only, in the properties.
    private func writeFixes(_ writer: inout JSONWriter, _ repairs: [Finding.Repair]) {
        let fixes = repairs.compactMap { repair in
            edits(of: repair, isOnly: repairs.count == 1).map { (repair: repair, edits: $0) }
        }
        guard !fixes.isEmpty else { return }
        writer.key("fixes")
        writer.array(fixes) { writer, fix in
            writer.object { writer in
                writer.message("description", Self.words(of: fix.repair))
                writer.key("artifactChanges")
                writer.array([fix.edits]) { writer, edits in
                    writer.object { writer in
                        writer.artifact(report.source)
                        writer.key("replacements")
                        writer.array(edits) { write(&$0, edit: $1) }
                    }
                }
            }
        }
    }

    private struct Edit {
        var line: Int
        var columns: Range<Int>
        var text: String
    }

    /// One edit a change; nil where one of them has no certain place.
    private func edits(of repair: Finding.Repair, isOnly: Bool) -> [Edit]? {
        let edits = repair.changes.compactMap { edit($0) ?? (isOnly ? editOfText($0) : nil) }
        return edits.count == repair.changes.count && !edits.isEmpty ? edits : nil
    }

    private func edit(_ change: Finding.Repair.Change) -> Edit? {
        guard let lines, let place = report.cellPlace(at: change.path), let cell = place.row.cells[place.index],
            let columns = lines.columns(ofCell: place.index, in: place.row)
        else { return nil }
        return Edit(line: cell.line, columns: columns, text: change.to.description)
    }

    /// The figure of the text, where nothing else explains what was found.
    private func editOfText(_ change: Finding.Repair.Change) -> Edit? {
        guard let lines, change.path.hasPrefix("claims."), let index = Int(change.path.dropFirst("claims.".count)),
            report.claims.indices.contains(index), let from = change.from,
            let columns = lines.columns(
                ofNumber: from.description,
                in: report.claims[index].text,
                on: report.claims[index].line
            )
        else { return nil }
        return Edit(line: report.claims[index].line, columns: columns, text: change.to.description)
    }

    private func write(_ writer: inout JSONWriter, edit: Edit) {
        writer.object { writer in
            writer.key("deletedRegion")
            writer.object { writer in
                writer.key("startLine")
                writer.int(edit.line)
                writer.key("startColumn")
                writer.int(edit.columns.lowerBound)
                writer.key("endColumn")
                writer.int(edit.columns.upperBound)
            }
            writer.message("insertedContent", edit.text)
        }
    }

    // MARK: What could not be judged

    /// A rule that there was too little to decide by: what SARIF calls an open result.
    private func result(_ item: Unverified) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writeRule(&writer, item.rule)
            writer.member("kind", "open")
            writer.member("level", "none")
            writer.message("message", item.reason)
            writer.key("locations")
            writer.array([report.source]) { writer, source in
                writer.object { $0.location(source) }
            }
            writer.key("properties")
            writer.object { writer in
                writer.key("unverified")
                writer.bool(true)
            }
        }
        return writer.bytes
    }
}
