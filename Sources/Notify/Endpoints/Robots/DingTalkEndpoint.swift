import Bytes
import Platform

extension EndpointKind {
    /// 钉钉 自定义机器人. Format, limits and codes: open.dingtalk.com/document/robots/custom-robot-access.
    package static let dingtalk = EndpointKind(
        name: "dingtalk",
        keys: httpKeys + secretKeys + ["prefix"],
        schemes: webSchemes
    ) { endpoint throws(EndpointError) in try DingTalkClient(endpoint) }
}

/// The robot of a DingTalk group; with a secret each try is signed in the query (加签).
struct DingTalkClient: RobotClient {
    let robot: Robot
    private let secret: String?
    /// 20 a minute are allowed; more are followed by ten minutes of refusals.
    let rate: RateLimit? = .perMinute(18, burst: 2)

    static let maximumText = 16_000
    static let maximumBody = 19_000
    static let style = ChatStyle.markdown(lineBreak: "\n\n")

    init(_ endpoint: EndpointSettings) throws(EndpointError) {
        robot = try Robot(endpoint)
        secret = try endpoint.loadSecret()
    }

    func url(now: Double) -> String? {
        guard let secret else { return nil }
        let milliseconds = Int(now * 1000)
        let sign = Self.sign(milliseconds: milliseconds, secret: secret)
        let joint = address.url.contains("?") ? "&" : "?"
        return address.url + joint + "timestamp=\(milliseconds)&sign=\(Self.percentEncoded(sign))"
    }

    /// The secret is the key, and stands in the text too.
    static func sign(milliseconds: Int, secret: String) -> String {
        let text = Array("\(milliseconds)\n\(secret)".utf8)
        return Base64.encode(HMACSHA256.code(key: Array(secret.utf8), message: text))
    }

    /// The three characters of base64 that mean something in a query.
    static func percentEncoded(_ base64: String) -> String {
        base64.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    }

    func body(title: String, text: String, now: Double) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("msgtype", "markdown")
            writer.key("markdown")
            writer.object { writer in
                writer.member("title", title)
                writer.member("text", text)
            }
            writer.key("at")
            writer.object { writer in
                writer.key("isAtAll")
                writer.bool(false)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    func failure(code: Int) -> RobotFailure? {
        switch code {
        case 0: nil
        // Signature, word or address of this machine: the words of the answer say which.
        case 310000: .signature
        case 40035: .message
        case 130101: .throttled(seconds: 600)
        default: .temporary
        }
    }
}
