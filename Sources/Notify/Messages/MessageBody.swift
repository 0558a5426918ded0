internal import Bytes
import Model
import Platform
import Record

/// The JSON body of a message, as every endpoint that speaks our own format gets it.
package struct MessageBody: Sendable {
    /// The largest body, in bytes: what the smallest of the usual receivers takes.
    package static let limit = 20_000
    /// The largest body of what goes out as mail, which may be longer.
    static let mailLimit = 400_000

    var id: String
    var occasion: Occasion
    var envelope: Envelope
    var text: String
    var html: String
    /// How many findings, or lines of a digest, there is room for.
    var count: Int
    /// How much room the lines of a digest take.
    var shape = DigestLetter.Shape.full

    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("type", occasion.type.rawValue)
            writer.member("timestamp", Clock.timestamp(Double(envelope.date)))
            writer.member("id", id)
            writer.key("data")
            writer.object { writer in
                writer.key("message")
                writeMessage(&writer)
                writer.key("report")
                writeReport(&writer)
                if case .digest(let notice) = occasion {
                    writer.key("digest")
                    write(&writer, notice)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The names are those of Postmark's inbound webhook.
    private func writeMessage(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("MessageID", envelope.messageID)
            writer.member("InReplyTo", envelope.root)
            writer.key("References")
            writer.array(envelope.root.map { [$0] } ?? []) { $0.string($1) }
            writer.member("From", envelope.from.text)
            writer.key("FromFull")
            write(&writer, envelope.from)
            writer.member("To", envelope.to.map(\.text).joined(separator: ", "))
            writer.key("ToFull")
            writer.array(envelope.to, write)
            writer.member("Subject", envelope.subject)
            writer.member("Date", Clock.mailDate(Double(envelope.date)))
            writer.member("TextBody", text)
            writer.member("HtmlBody", html)
            writer.key("Headers")
            writer.array(envelope.headers) { writer, header in
                writer.object { writer in
                    writer.member("Name", header.name)
                    writer.member("Value", header.value)
                }
            }
        }
    }

    private func write(_ writer: inout JSONWriter, _ mailbox: Mailbox) {
        writer.object { writer in
            writer.member("Email", mailbox.email)
            writer.member("Name", mailbox.name)
        }
    }

    private func writeReport(_ writer: inout JSONWriter) {
        switch occasion {
        case .report(let notice):
            write(&writer, notice.report.id, notice.report.identity, notice.report.verdict, notice.archivePath)
        case .unreadable(let notice): write(&writer, notice.id, Identity(), .unreadable, nil)
        case .overdue(let notice):
            write(&writer, nil, Identity(agency: notice.agency, year: notice.year), nil, nil)
        case .arrived(let notice):
            write(&writer, notice.report.id, notice.report.identity, notice.report.verdict, notice.archivePath)
        case .degraded, .digest, .trial: writer.null()
        }
    }

    /// What it stands for: each line's message is one that was not sent by itself.
    private func write(_ writer: inout JSONWriter, _ digest: DigestNotice) {
        let rows = DigestLetter.rows(of: digest)
        writer.object { writer in
            writer.key("messages")
            writer.int(digest.members.count)
            writer.key("items")
            writer.array(Array(rows.prefix(count))) { writer, row in
                Optional(shape == .full ? row : row.shortened).write(to: &writer)
            }
            writer.key("truncated")
            writer.int(rows.count - min(count, rows.count))
            if shape != .briefest { writeNames(&writer, rows.dropFirst(count)) }
        }
    }

    /// What has no item of its own: `"named": [{"type": "report.failed", "year": 2023, "agencies": […]}]`.
    private func writeNames(_ writer: inout JSONWriter, _ rows: ArraySlice<MessageSummary>) {
        let named = rows.filter { $0.agency != nil }
        guard !named.isEmpty else { return }
        let groups = Dictionary(grouping: named) { [$0.type.rawValue, $0.year.map(String.init) ?? ""] }
        writer.key("named")
        writer.array(groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)) { writer, rows in
            writer.object { writer in
                writer.member("type", rows[0].type.rawValue)
                writer.key("year")
                if let year = rows[0].year { writer.int(year) } else { writer.null() }
                writer.key("agencies")
                writer.array(rows.compactMap(\.agency)) { $0.string($1) }
            }
        }
    }

    private func write(
        _ writer: inout JSONWriter,
        _ report: String?,
        _ identity: Identity,
        _ verdict: Verdict?,
        _ path: String?
    ) {
        writer.object { writer in
            writer.member("id", report)
            writer.member("agency", identity.agency?.clipped(200))
            writer.key("year")
            if let year = identity.year { writer.int(year) } else { writer.null() }
            writer.member("verdict", verdict?.rawValue)
            writer.member("archive_path", path)
            writer.key("findings")
            let findings = occasion.findings
            writer.array(findings.prefix(count).map(Self.shortened), RecordWriter.write)
            writer.key("truncated")
            writer.int(max(0, findings.count - count))
        }
    }

    /// More repairs than these would leave no room for the findings; the record has them all.
    private static let mostRepairs = 6

    private static func shortened(_ finding: Finding) -> Finding {
        var finding = finding
        // The first of a group has them for all.
        let isFollower = finding.group.map { $0 != finding.fingerprint } ?? false
        finding.repairs = Array(finding.repairs.prefix(isFollower ? 1 : mostRepairs))
        return finding
    }
}
