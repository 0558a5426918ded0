import Bytes

extension EndpointKind {
    /// Slack's incoming webhooks. Limits: docs.slack.dev/apis/web-api/rate-limits.
    package static let slack = EndpointKind(name: "slack", keys: httpKeys + ["prefix"], schemes: webSchemes) {
        endpoint throws(EndpointError) in SlackClient(robot: try Robot(endpoint))
    }
}

/// A channel of Slack: it says by the status of HTTP what it thinks, and `ok` where it has taken the message.
struct SlackClient: RobotClient {
    let robot: Robot
    /// One a second.
    let rate: RateLimit? = RateLimit(perSecond: 1, burst: 1)

    /// 40,000 characters are cut, and far fewer are read.
    static let maximumText = 12_000
    static let maximumBody = 40_000
    static let style = ChatStyle.slack

    func body(title: String, text: String, now: Double) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("text", text)
            // Nothing in the text is a form of writing, a mention, or an address to be looked at.
            writer.key("mrkdwn")
            writer.bool(false)
            writer.key("link_names")
            writer.bool(false)
            writer.member("parse", "none")
            writer.key("unfurl_links")
            writer.bool(false)
            writer.key("unfurl_media")
            writer.bool(false)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    func failure(_ response: TransferResponse, now: Double) -> DeliveryFailure? {
        if let failure = failureOfHTTP(response) { return failure }
        if response.excerpt.trimmed == "ok" { return nil }
        return DeliveryFailure(kind: .temporary, reason: "answer is not ok: \(shown(response.excerpt))")
    }

    func failure(code: Int) -> RobotFailure? { code == 0 ? nil : .temporary }
}
