import Bytes

extension EndpointKind {
    /// 企业微信 群机器人. Format, limits and codes: work.weixin.qq.com/api/doc/90000/90136/91770.
    package static let wecom = EndpointKind(name: "wecom", keys: httpKeys + ["prefix"], schemes: webSchemes) {
        endpoint throws(EndpointError) in WeComClient(robot: try Robot(endpoint))
    }
}

/// The robot of a WeCom group; the key in its address is its only secret.
struct WeComClient: RobotClient {
    let robot: Robot
    /// 20 a minute are allowed.
    let rate: RateLimit? = .perMinute(18, burst: 2)

    /// Of `markdown.content`; the robot refuses more.
    static let maximumText = 4_096
    static let maximumBody = 20_000
    static let style = ChatStyle.markdown(lineBreak: "\n")

    func body(title: String, text: String, now: Double) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("msgtype", "markdown")
            writer.key("markdown")
            writer.object { writer in
                writer.member("content", text)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    func failure(code: Int) -> RobotFailure? {
        switch code {
        case 0: nil
        // Too long, or of a kind that is not known.
        case 40058, 40008: .message
        // The key is not known.
        case 93000: .configuration
        case 45009: .throttled(seconds: 60)
        default: .temporary
        }
    }
}
