import Model
import Platform

/// The mail headers of a message, made once and the same for every endpoint.
struct Envelope: Sendable, Equatable {
    var messageID: String
    /// The root of the thread: the name of a message that is never sent, so that each real one is an answer to it; nil
    /// where there is no thread.
    var root: String?
    var from: Mailbox
    var to: [Mailbox]
    var subject: String
    /// In whole seconds since 1970.
    var date: Int
    var headers: [Header]

    struct Header: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// `subject` is that of the whole thread, so that mail readers keep it together.
    init(_ occasion: Occasion, subject: String, settings: MessageSettings, to: [String], created: Int) {
        from = Mailbox(settings.from)
        self.to = to.map(Mailbox.init)
        self.subject = subject.headerSafe
        date = created
        messageID = "<" + Self.digest([occasion.subject, occasion.type.rawValue]) + "@" + from.host + ">"
        let host = from.host
        root = Self.thread(of: occasion).map { "<" + Self.digest($0) + "@" + host + ">" }
        headers = [
            Header(name: "Auto-Submitted", value: "auto-generated"),
            Header(name: "X-Auto-Response-Suppress", value: "OOF, AutoReply"),
            Header(name: "List-Id", value: "Gouji <gouji." + from.host + ">"),
        ]
    }

    /// What is the same for all messages of a thread; nil for one that is not to be answered.
    private static func thread(of occasion: Occasion) -> [String]? {
        switch occasion {
        case .report(let notice):
            let identity = notice.report.identity
            guard let agency = identity.agency, let year = identity.year else { return ["thread", occasion.subject] }
            if let name = notice.expected { return ["thread", ThreadKey.overdue, name, String(year)] }
            return ["thread", agency, String(year)]
        case .overdue(let notice): return ["thread", ThreadKey.overdue, notice.agency, String(notice.year)]
        case .arrived(let notice): return ["thread", ThreadKey.overdue, notice.last.agency, String(notice.last.year)]
        case .unreadable, .degraded, .digest: return ["thread", occasion.subject]
        case .trial: return nil
        }
    }

    /// A name that follows from `parts` alone: 32 hexadecimal digits.
    static func digest(_ parts: [String]) -> String {
        String(SHA256.hex(of: Array(parts.joined(separator: "\u{0}").utf8)).prefix(32))
    }
}

/// An address, with a name where there is one.
struct Mailbox: Sendable, Equatable {
    var email: String
    var name: String

    /// Reads `a@b` and `Name <a@b>`.
    init(_ text: String) {
        let clean = text.headerSafe
        if let open = clean.lastIndex(of: "<"), clean.hasSuffix(">") {
            email = String(clean[clean.index(after: open)...].dropLast())
            name = String(clean[..<open]).trimmed
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
        } else {
            email = clean.trimmed
            name = ""
        }
    }

    /// The part after the `@`, for identifiers.
    var host: String {
        let host = email.split(separator: "@").last.map(String.init) ?? ""
        return email.contains("@") && host.utf8.allSatisfy(\.isHostByte) && !host.isEmpty ? host : "localhost"
    }

    var text: String { name.isEmpty ? email : "\(name) <\(email)>" }
}

extension String {
    /// Without line breaks, other controls and marks of direction, which would begin a header of their own, or make one
    /// look like another.
    var headerSafe: String { String(String.UnicodeScalarView(unicodeScalars.filter { !$0.steers })) }

    /// Without spaces at its ends.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension UInt8 {
    /// Whether it may stand in the name of a host.
    var isHostByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
