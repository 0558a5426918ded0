import Model
import Platform

/// Trouble with one endpoint that people should hear of by another.
package struct EndpointTrouble: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// It has not answered as it should for a while.
        case down(reason: String)
        /// It refuses what it is sent, and says that a further try will not help: a wrong key, a word that is missing.
        case refused(reason: String)
        /// A message was given up.
        case dead(reason: String)
        /// Its receiver says that it is gone for good (410).
        case disabled
    }

    package var endpoint: String
    package var kind: Kind
    /// In seconds since 1970.
    package var since: Double

    /// How long an endpoint may be down before people are told, in seconds.
    static let patience: Double = 1_800

    /// The message about it: one an outage, and one a day about messages that were refused, or were given up.
    var notice: DegradedNotice {
        switch kind {
        case .down(let reason):
            notice(
                "endpoint-down",
                "接收端 \(endpoint) 长时间无法送达（\(reason)）；消息仍在排队，恢复后自动补发。运行 gouji messages 查看。",
                "the endpoint \(endpoint) has been failing for a while (\(reason)); its messages wait, and go out by"
                    + " themselves once it answers; see gouji messages"
            )
        case .refused(let reason):
            notice(
                "endpoint-refused",
                "接收端 \(endpoint) 拒收消息（\(reason)），多半是密钥、关键词或地址有误。每条消息约隔一小时再试，"
                    + "第三次仍被拒收即放弃；请改正配置并重新加载（systemctl reload gouji），已放弃的用 gouji resend 重发。",
                "the endpoint \(endpoint) refuses messages (\(reason)): its key, word or address is probably wrong; each"
                    + " message is tried again an hour apart and given up at the third refusal; mend the configuration and"
                    + " reload it, and gouji resend sends again what was given up"
            )
        case .dead(let reason):
            notice(
                "dead-letters",
                "接收端 \(endpoint) 有消息多次投递失败，已放弃（\(reason)）。用 gouji messages --only dead 查看，"
                    + "排除原因后用 gouji resend 重发。",
                "messages for the endpoint \(endpoint) were given up (\(reason)); gouji messages --only dead lists them,"
                    + " gouji resend sends one again"
            )
        case .disabled:
            notice(
                "endpoint-disabled",
                "接收端 \(endpoint) 答复地址已失效（410），已停用；请更换 url，消息会保留。",
                "the receiver of the endpoint \(endpoint) says that it is gone (410), and nothing more is sent to it; give"
                    + " it a new url, its messages are kept"
            )
        }
    }

    private func notice(_ code: String, _ zh: String, _ en: String) -> DegradedNotice {
        // With the name, so that two endpoints in trouble at the same moment make two messages.
        var notice = DegradedNotice(
            code: code + "." + endpoint,
            message: Finding.Message(zh: zh, en: en),
            since: Clock.timestamp(since)
        )
        notice.title = title
        switch kind {
        case .dead, .refused: notice.period = Clock.timestamp((since / Self.day).rounded(.down) * Self.day)
        case .down, .disabled: break
        }
        return notice
    }

    private static let day: Double = 86_400

    private var title: Finding.Message {
        switch kind {
        case .down: .init(zh: "接收端 \(endpoint) 长时间无法送达", en: "the endpoint \(endpoint) cannot be reached")
        case .refused: .init(zh: "接收端 \(endpoint) 拒收消息", en: "the endpoint \(endpoint) refuses messages")
        case .dead: .init(zh: "接收端 \(endpoint) 有消息未能送达", en: "messages for the endpoint \(endpoint) were given up")
        case .disabled: .init(zh: "接收端 \(endpoint) 已停用", en: "the endpoint \(endpoint) is disabled")
        }
    }
}
