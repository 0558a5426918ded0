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
            writer.key("id")
            writer.string(report.id)
            writer.key("identity")
            write(&writer, report.identity)
            writer.key("received")
            writer.string(report.received)
            writer.key("schema")
            writer.string(schema)
            writer.key("sections")
            writer.array(report.sections, write)
            writer.key("source")
            write(&writer, report.source)
            writer.key("tables")
            writeTables(&writer, report.tables)
            writer.key("unverified")
            writer.array(report.unverified, write)
            writer.key("verdict")
            writer.string((verdict ?? report.verdict).rawValue)
        }
        return writer.bytes
    }

    /// One finding, as it stands in the record and in a message.
    package static func write(_ writer: inout JSONWriter, _ finding: Finding) {
        writer.object { writer in
            writer.key("accepted")
            writer.string(finding.accepted)
            writer.key("actual")
            write(&writer, finding.actual)
            writer.key("basis")
            writer.string(finding.basis)
            writer.key("expected")
            write(&writer, finding.expected)
            writer.key("fingerprint")
            writer.string(finding.fingerprint)
            writer.key("group")
            writer.string(finding.group)
            writer.key("message")
            writer.object { writer in
                writer.key("en")
                writer.string(finding.message.en)
                writer.key("zh")
                writer.string(finding.message.zh)
            }
            writer.key("repairs")
            writer.array(finding.repairs, write)
            writer.key("rule")
            writer.string(finding.rule)
            writer.key("severity")
            writer.string(finding.severity.rawValue)
            writer.key("where")
            writer.array(finding.places, write)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ place: Finding.Place) {
        writer.object { writer in
            writer.key("line")
            place.line > 0 ? writer.int(place.line) : writer.null()
            writer.key("path")
            writer.string(place.path)
            writeIfKnown(&writer, place.inDocument)
            writer.key("text")
            writer.string(place.text)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ repair: Finding.Repair) {
        writer.object { writer in
            writer.key("cause")
            writer.string(repair.cause.joined)
            writer.key("changes")
            writer.array(repair.changes) { writer, change in
                writer.object { writer in
                    writer.key("from")
                    write(&writer, change.from)
                    writer.key("path")
                    writer.string(change.path)
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
            writer.key("reason")
            writer.string(item.reason)
            writer.key("rule")
            writer.string(item.rule)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ identity: Identity) {
        writer.object { writer in
            writer.key("agency")
            writer.string(identity.agency)
            writer.key("form")
            writer.string(identity.form)
            writer.key("kind")
            writer.string(identity.kind.rawValue)
            writer.key("published")
            writer.string(identity.published)
            writer.key("title")
            writer.string(identity.title)
            writer.key("year")
            if let year = identity.year { writer.int(year) } else { writer.null() }
        }
    }

    private static func write(_ writer: inout JSONWriter, _ source: Source) {
        writer.object { writer in
            writer.key("bytes")
            writer.int(source.bytes)
            writer.key("charset")
            writer.string(source.charset)
            if let container = source.container {
                writer.key("container")
                writer.object { writer in
                    writer.key("id")
                    writer.string(container.id)
                    writer.key("member")
                    writer.string(container.member)
                    writer.key("name")
                    writer.string(container.name)
                }
            }
            writer.key("fetched")
            writer.string(source.fetched)
            writer.key("media_type")
            writer.string(source.mediaType)
            writer.key("name")
            writer.string(source.name)
            writer.key("url")
            writer.string(source.url)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ beside: Beside) {
        writer.object { writer in
            writer.key("previous")
            writer.string(beside.previous)
            writer.key("round")
            writer.int(beside.round)
            writer.key("sibling")
            writer.string(beside.sibling)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ section: Section) {
        writer.object { writer in
            writer.key("heading")
            writer.string(section.heading)
            writer.key("id")
            writer.string(section.id)
            writer.key("line")
            writer.int(section.line)
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
            writer.key("key")
            writer.string(claim.key)
            writer.key("line")
            writer.int(claim.line)
            writer.key("low")
            write(&writer, claim.low)
            writeIfKnown(&writer, claim.inDocument)
            writer.key("text")
            writer.string(claim.text)
            writer.key("unit")
            writer.string(claim.unit)
            writer.key("value")
            write(&writer, claim.value)
        }
    }
}
