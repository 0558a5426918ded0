import Bytes
import Platform

extension EndpointKind {
    /// 飞书 and Lark 自定义机器人. Format, limits and codes: open.larkoffice.com/document, custom bot guide.
    package static let feishu = EndpointKind(
        name: "feishu",
        keys: httpKeys + secretKeys + ["prefix"],
        schemes: webSchemes
    ) { endpoint throws(EndpointError) in try FeishuClient(endpoint) }
}

/// The robot of a Feishu group; with a secret each try is signed in its body.
struct FeishuClient: RobotClient {
    let robot: Robot
    private let secret: String?
    /// 100 a minute and 5 a second are allowed.
    let rate: RateLimit? = .perMinute(80, burst: 3)

    static let maximumText = 16_000
    /// Of the whole body 20 KB are allowed.
    static let maximumBody = 19_500
    static let style = ChatStyle.plain

    init(_ endpoint: EndpointSettings) throws(EndpointError) {
        robot = try Robot(endpoint)
        secret = try endpoint.loadSecret()
    }

    /// The time and the secret are the key, and nothing is signed with it.
    static func sign(seconds: Int, secret: String) -> String {
        Base64.encode(HMACSHA256.code(key: Array("\(seconds)\n\(secret)".utf8), message: []))
    }

    func body(title: String, text: String, now: Double) -> String {
        let seconds = Int(now)
        var writer = JSONWriter()
        writer.object { writer in
            if let secret {
                writer.member("timestamp", String(seconds))
                writer.member("sign", Self.sign(seconds: seconds, secret: secret))
            }
            writer.member("msg_type", "text")
            writer.key("content")
            writer.object { writer in
                writer.member("text", text)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    func failure(code: Int) -> RobotFailure? {
        switch code {
        case 0: nil
        case 19021: .signature
        // The address of this machine, or the word that is asked for.
        case 19022, 19024: .configuration
        case 9499: .message
        case 11232: .throttled(seconds: 60)
        default: .temporary
        }
    }
}
