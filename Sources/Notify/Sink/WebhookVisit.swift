internal import FoundationEssentials

/// One request that came to the sink, and what the sink made of it.
package struct WebhookVisit: Sendable, Equatable {
    /// What is known of the signature.
    package enum Signature: String, Sendable {
        case valid
        case wrong
        /// The message has none, though a secret is known.
        case missing
        /// The time that was signed is more than five minutes off.
        case stale
        /// No secret is known here.
        case unchecked
    }

    package var id: String
    package var signature: Signature
    /// What it was answered with.
    package var status: Int
    package var body: [UInt8]

    private static let tolerance = 300

    /// - Parameters:
    ///   - request: what came.
    ///   - secrets: any of which may have signed; none: nothing is checked.
    ///   - now: seconds since 1970.
    ///   - isRefused: whether the receiver plays one that is down.
    init(_ request: HTTPRequest, secrets: [WebhookSecret], now: Int, isRefused: Bool) {
        id = request.headers["webhook-id"] ?? ""
        body = request.body
        signature = Self.check(request, secrets, now)
        status =
            if isRefused {
                503
            } else if request.method != "POST" {
                405
            } else if signature == .valid || signature == .unchecked {
                200
            } else {
                401
            }
    }

    private static func check(_ request: HTTPRequest, _ secrets: [WebhookSecret], _ now: Int) -> Signature {
        guard !secrets.isEmpty else { return .unchecked }
        guard let header = request.headers["webhook-signature"], let id = request.headers["webhook-id"],
            let timestamp = request.headers["webhook-timestamp"].flatMap(Int.init)
        else { return .missing }
        let isOurs = secrets.contains {
            $0.verifies(header, id: id, timestamp: timestamp, body: request.body)
        }
        guard isOurs else { return .wrong }
        return abs(now - timestamp) <= tolerance ? .valid : .stale
    }

    /// The visit for people: a line about the request, then the message as mail.
    package var text: String {
        let head =
            "--- \(status) · \(id.isEmpty ? "no webhook-id" : id.clipped(120)) · signature \(signature.rawValue)\n"
        guard let mail = try? MailFields.content(of: String(decoding: body, as: UTF8.self)) else {
            return head + "(\(body.count) bytes that are no message of gouji)\n"
        }
        return head + "Subject: \(mail.Subject.clipped(200))\nDate: \(mail.Date.clipped(60))\n\n"
            + Self.plain(mail.TextBody)
    }

    /// Terminals obey control characters.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
        )
    }
}
