internal import FoundationEssentials

/// A robot of a group chat: a short text, limits of its own, and its success inside an answer of HTTP 200.
protocol RobotClient: EndpointClient {
    var robot: Robot { get }

    /// The most bytes of text in a message.
    static var maximumText: Int { get }
    /// The most bytes of a whole body.
    static var maximumBody: Int { get }
    static var style: ChatStyle { get }

    /// The body around `text`; `title` is for lists of messages.
    func body(title: String, text: String, now: Double) -> String

    /// The address of a try at `now`; nil: the address as it is.
    func url(now: Double) -> String?

    /// What a code in the answer means; nil: the message has arrived.
    func failure(code: Int) -> RobotFailure?
}

/// What the settings of all robots come to.
struct Robot: Sendable {
    let address: EndpointAddress
    let tls: TLSSettings
    let prefix: String
    let language: MessageSettings.Language
    /// Whether the text is in words of the operator's own.
    let showsText: Bool

    init(_ endpoint: EndpointSettings) throws(EndpointError) {
        address = try endpoint.loadAddress()
        tls = endpoint.tls
        prefix = endpoint.prefix
        language = endpoint.language ?? MessageSettings().language
        showsText = endpoint.template.text != nil
        try endpoint.checkAuthorities()
    }
}

/// What a robot's code says of a further try.
enum RobotFailure: Sendable, Equatable {
    /// It is the message that will not do.
    case message
    /// It is the configuration: key, word or address.
    case configuration
    /// The time that was signed is too far from the robot's.
    case signature
    /// Too many: not before so many seconds.
    case throttled(seconds: Double)
    case temporary
}

extension RobotClient {
    var address: EndpointAddress { robot.address }
    /// One after the other, so that they stand in the chat in their order.
    var parallel: Int { 1 }

    func url(now: Double) -> String? { nil }

    func request(_ entry: OutboxEntry, now: Double) throws -> TransferRequest {
        let text = try ShortText(entry, language: robot.language, showsText: robot.showsText)
        let title = (robot.prefix.isEmpty ? "" : robot.prefix + " ") + Self.style.escape(text.title)
        var limit = Self.maximumText
        var body = self.body(title: title, text: fitted(text, limit), now: now)
        // What JSON writes as escapes takes more room than the text itself.
        while body.utf8.count > Self.maximumBody, limit > 400 {
            limit -= max(100, body.utf8.count - Self.maximumBody)
            body = self.body(title: title, text: fitted(text, limit), now: now)
        }
        let headers = ["Content-Type: application/json; charset=utf-8", "Expect:"]
        let content = TransferRequest.Content.post(headers: headers, body: Array(body.utf8))
        return TransferRequest(address: address, url: url(now: now), tls: robot.tls, content: content)
    }

    private func fitted(_ text: ShortText, _ limit: Int) -> String {
        text.fitted(to: limit, style: Self.style, prefix: robot.prefix)
    }

    func failure(_ response: TransferResponse, now: Double) -> DeliveryFailure? {
        if let failure = failureOfHTTP(response) { return failure }
        guard let answer = RobotAnswer(response.answer) else {
            let reason = "an answer that is not the robot's: \(shown(response.excerpt))"
            return DeliveryFailure(kind: .temporary, reason: reason)
        }
        guard let meaning = failure(code: answer.code) else { return nil }
        let reason = "code \(answer.code): \(shown(answer.message))"
        switch meaning {
        case .message: return DeliveryFailure(kind: .permanent, reason: reason, isReceivers: false)
        case .configuration: return DeliveryFailure(kind: .permanent, reason: reason)
        case .signature: return DeliveryFailure(kind: .permanent, reason: reason + clock(response, now))
        case .throttled(let seconds):
            return DeliveryFailure(kind: .temporary, reason: reason, retryAfter: response.retryAfter ?? seconds)
        case .temporary: return DeliveryFailure(kind: .temporary, reason: reason, retryAfter: response.retryAfter)
        }
    }

    /// A clock that is an hour off fails every signature, and nothing else says so.
    private func clock(_ response: TransferResponse, _ now: Double) -> String {
        guard let there = response.serverTime, abs(now - there) > 600 else { return "" }
        return "; this machine's clock is \(Int(abs(now - there))) s \(now > there ? "fast" : "slow"), set it"
    }
}

/// What a robot answers: a code, which is 0 where it has taken the message, and words.
struct RobotAnswer: Equatable {
    let code: Int
    let message: String

    /// Nil where `bytes` are no answer of a robot.
    init?(_ bytes: [UInt8]) {
        guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(bytes)),
            let code = fields.errcode ?? fields.code ?? fields.StatusCode
        else { return nil }
        self.code = code
        message = fields.errmsg ?? fields.msg ?? fields.StatusMessage ?? ""
    }

    private struct Fields: Decodable {
        var errcode: Int?
        var errmsg: String?
        var code: Int?
        var msg: String?
        var StatusCode: Int?
        var StatusMessage: String?
    }
}
