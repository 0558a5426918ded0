/// How messages are worded and addressed: the table `[message]` of the configuration.
package struct MessageSettings: Sendable, Equatable {
    package enum Language: String, Sendable {
        case zh
        case en
        case both
    }

    package var language: Language
    package var from: String
    package var to: [String]

    package init(language: Language = .zh, from: String = "gouji@localhost", to: [String] = ["root@localhost"]) {
        self.language = language
        self.from = from
        self.to = to
    }
}

/// When a delivery that failed is tried again: the table `[delivery]` of the configuration.
package struct DeliverySettings: Sendable, Equatable {
    /// Seconds after the try before; the schedule of Standard Webhooks 1.0.0.
    package var retry: [Double]

    package init(retry: [Double] = [0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]) {
        self.retry = retry
    }
}
