internal import Bytes
internal import FoundationEssentials
internal import Platform

/// A message in the outbox, with what became of its tries: one file.
package struct OutboxEntry: Codable, Sendable, Equatable {
    package var id: String
    package var type: MessageType
    package var endpoint: String
    /// When it was made, in whole seconds since 1970.
    package var created: Int
    /// When it was queued, or queued again, in whole seconds since 1970.
    package var queued: Int
    package var subject: String
    package var thread: ThreadMark?
    /// What a digest says of it; nil where it is never part of one.
    package var summary: MessageSummary?
    /// Tries so far that failed.
    package var attempts: Int
    /// Answers among them that say that a further try will not help.
    package var refusals: Int
    /// When it is to be tried next, in seconds since 1970.
    package var next: Double
    /// Why the last of them failed, without the address.
    package var lastError: String?
    /// The frozen body.
    package var body: String

    enum CodingKeys: String, CodingKey {
        case id, type, endpoint, created, queued, subject, thread, summary, attempts, refusals, next, body
        case lastError = "last_error"
    }

    init(_ message: Message, next: Double) {
        id = message.id
        type = message.type
        endpoint = message.endpoint
        created = message.created
        queued = Int(next)
        subject = message.subject
        thread = message.thread
        summary = message.summary
        attempts = 0
        refusals = 0
        self.next = next
        lastError = nil
        body = message.body
    }

    /// - Throws: where `bytes` are no entry.
    init(json bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    }

    /// The file's content.
    var json: [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.member("id", id)
            writer.member("type", type.rawValue)
            writer.member("endpoint", endpoint)
            writer.key("created")
            writer.int(created)
            writer.key("queued")
            writer.int(queued)
            writer.member("subject", subject)
            writer.key("thread")
            thread.write(to: &writer)
            writer.key("summary")
            summary.write(to: &writer)
            writer.key("attempts")
            writer.int(attempts)
            writer.key("refusals")
            writer.int(refusals)
            writer.key("next")
            writer.number(String(Double(Int(next * 1000)) / 1000))
            writer.member("last_error", lastError)
            writer.member("body", body)
        }
        writer.endLine()
        return writer.bytes
    }
}

extension ThreadMark? {
    /// The mark as an object, or `null`.
    func write(to writer: inout JSONWriter) {
        guard let self else { return writer.null() }
        writer.object { writer in
            writer.member("agency", self.agency)
            writer.key("year")
            writer.int(self.year)
            writer.member("kind", self.kind)
            writer.key("revision")
            writer.int(self.revision)
            if let round = self.round {
                writer.key("round")
                writer.int(round)
            }
            writer.member("report", self.report)
            writer.key("errors")
            writer.array(self.errors) { $0.string($1) }
            if let faults = self.faults {
                writer.key("faults")
                writer.array(faults) { writer, fault in
                    writer.object { writer in
                        writer.member("rule", fault.rule)
                        writer.member("fingerprint", fault.fingerprint)
                        writer.key("paths")
                        writer.array(fault.paths) { $0.string($1) }
                    }
                }
            }
            writer.member("subject", self.subject)
            writer.key("said")
            writer.array(self.said) { writer, said in
                writer.object { writer in
                    writer.member("fingerprint", said.fingerprint)
                    writer.member("zh", said.zh)
                    writer.member("en", said.en)
                    if let also = said.also {
                        writer.key("also")
                        writer.array(also) { $0.string($1) }
                    }
                }
            }
        }
    }
}
