/// Standard output of one run of `gouji check`: one line, one text, or one piece of a log after the other.
///
/// Nothing is kept but what a log can say in the end only: the inputs that could not be read.
struct CheckOutput {
    /// The log that the run makes; nil for the formats that need no frame.
    let log: SarifLog?
    /// When the run began.
    let began: String
    private var isFirst = true
    private var notifications: [UInt8] = []

    init(log: SarifLog?, began: String) {
        self.log = log
        self.began = began
    }

    func begin() throws {
        if let log { try Console.write(log.opening()) }
    }

    /// Prints what stands for one document, and keeps the notification for the end.
    mutating func add(_ output: [UInt8], notification: [UInt8]? = nil) throws {
        if let notification, log != nil {
            notifications += (notifications.isEmpty ? [] : Array(",".utf8)) + notification
        }
        if output.isEmpty { return }
        try Console.write(log == nil || isFirst ? output : Array(",\n".utf8) + output)
        isFirst = false
    }

    func end(_ status: CommandStatus) throws {
        guard let log else { return }
        try Console.write(log.closing(began: began, status: status, notifications: notifications))
    }
}
