package import Bytes
package import Model

/// Writes a report as the record of schema `gouji/report/1`: UTF-8, keys sorted, absent knowledge as `null`.
package enum RecordWriter {
    /// The name and number of the schema.
    package static let schema = "gouji/report/1"

    /// The record: pretty for the archive, which people read; else one line without its line feed.
    ///
    /// The verdict is the report's own, but where no report could be made of the bytes.
    package static func bytes(of report: Report, pretty: Bool = false, verdict: Verdict? = nil) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
        writer.object { writer in
            if !report.beside.isAlone {
                writer.key("beside")
                write(&writer, report.beside)
            }
            writer.key("claims")
            writer.array(report.claims, write)
            writer.key("findings")
            writer.array(report.findings, write)
            writer.member("id", report.id)
            writer.key("identity")
            write(&writer, report.identity)
            writer.member("received", report.received)
            writer.member("schema", schema)
            writer.key("sections")
            writer.array(report.sections, write)
            writer.key("source")
            write(&writer, report.source)
            writer.key("tables")
            writeTables(&writer, report.tables)
            writer.key("unverified")
            writer.array(report.unverified, write)
            writer.member("verdict", (verdict ?? report.verdict).rawValue)
        }
        return writer.bytes
    }

    /// One finding, as it stands in the record and in a message.
    package static func write(_ writer: inout JSONWriter, _ finding: Finding) {
        writer.object { writer in
            writer.member("accepted", finding.accepted)
            writer.key("actual")
            write(&writer, finding.actual)
            writer.member("basis", finding.basis)
            writer.key("expected")
            write(&writer, finding.expected)
            writer.member("fingerprint", finding.fingerprint)
            writer.member("group", finding.group)
            writer.key("message")
            writer.object { writer in
                writer.member("en", finding.message.en)
                writer.member("zh", finding.message.zh)
            }
            writer.key("repairs")
            writer.array(finding.repairs, write)
            writer.member("rule", finding.rule)
            writer.member("severity", finding.severity.rawValue)
            writer.key("where")
            writer.array(finding.places, write)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ place: Finding.Place) {
        writer.object { writer in
            writer.member("line", place.line > 0 ? place.line : nil)
            writer.member("path", place.path)
            writeIfKnown(&writer, place.inDocument)
            writer.member("text", place.text)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ repair: Finding.Repair) {
        writer.object { writer in
            writer.member("cause", repair.cause.joined)
            writer.key("changes")
            writer.array(repair.changes) { writer, change in
                writer.object { writer in
                    writer.key("from")
                    write(&writer, change.from)
                    writer.member("path", change.path)
                    writer.key("to")
                    write(&writer, change.to)
                }
            }
        }
    }

    private static func write(_ writer: inout JSONWriter, _ fact: Finding.Fact?) {
        switch fact {
        case .number(let value): write(&writer, value)
        case .words(let text): writer.string(text)
        case nil: writer.null()
        }
    }

    static func write(_ writer: inout JSONWriter, _ value: Quantity?) {
        guard let value else { return writer.null() }
        if let whole = value.whole { writer.int(whole) } else { writer.number(value.description) }
    }

    private static func write(_ writer: inout JSONWriter, _ item: Unverified) {
        writer.object { writer in
            writer.member("reason", item.reason)
            writer.member("rule", item.rule)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ identity: Identity) {
        writer.object { writer in
            writer.member("agency", identity.agency)
            writer.member("form", identity.form)
            writer.member("kind", identity.kind.rawValue)
            writer.member("published", identity.published)
            writer.member("title", identity.title)
            writer.member("year", identity.year)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ source: Source) {
        writer.object { writer in
            writer.member("bytes", source.bytes)
            writer.member("charset", source.charset)
            if let container = source.container {
                writer.key("container")
                writer.object { writer in
                    writer.member("id", container.id)
                    writer.member("member", container.member)
                    writer.member("name", container.name)
                }
            }
            writer.member("fetched", source.fetched)
            writer.member("media_type", source.mediaType)
            writer.member("name", source.name)
            writer.member("url", source.url)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ beside: Beside) {
        writer.object { writer in
            writer.member("previous", beside.previous)
            writer.member("round", beside.round)
            writer.member("sibling", beside.sibling)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ section: Section) {
        writer.object { writer in
            writer.member("heading", section.heading)
            writer.member("id", section.id)
            writer.member("line", section.line)
            writeIfKnown(&writer, section.inDocument)
        }
    }

    /// Adds the key `place` where there is something to say.
    private static func writeIfKnown(_ writer: inout JSONWriter, _ place: DocumentPlace?) {
        guard let place else { return }
        writer.key("place")
        write(&writer, place)
    }

    /// The page, and the table, row and column of the document's own table, each counted from 1.
    static func write(_ writer: inout JSONWriter, _ place: DocumentPlace) {
        writer.object { writer in
            if let cell = place.cell { writer.member("column", cell.column + 1) }
            if let page = place.page { writer.member("page", page) }
            if let cell = place.cell {
                writer.member("row", cell.row + 1)
                writer.member("table", cell.table + 1)
            }
        }
    }

    private static func write(_ writer: inout JSONWriter, _ claim: Claim) {
        writer.object { writer in
            writer.key("high")
            write(&writer, claim.high)
            writer.member("key", claim.key)
            writer.member("line", claim.line)
            writer.key("low")
            write(&writer, claim.low)
            writeIfKnown(&writer, claim.inDocument)
            writer.member("text", claim.text)
            writer.member("unit", claim.unit)
            writer.key("value")
            write(&writer, claim.value)
        }
    }
}
