internal import Model
internal import Platform

/// Why nothing can be taken in just now, and when that is tried again.
struct Trouble {
    /// A stable word: `disk-full`, `disk-error`, `queue-full`.
    let code: String
    /// Whole sentences with the remedy.
    let message: Finding.Message
    /// RFC 3339.
    let since: String
    /// Whether people were told.
    var isTold = false
    private(set) var nextTry: Double
    private var pause = 5.0

    private static let longestPause = 60.0

    init(code: String, message: Finding.Message, at now: Double) {
        self.code = code
        self.message = message
        since = Clock.timestamp()
        nextTry = now + pause
    }

    /// It is still there: waits longer.
    mutating func persist(at now: Double) {
        pause = min(pause * 2, Self.longestPause)
        nextTry = now + pause
    }

    /// The disk has less room than is wanted.
    static func diskFull(_ folder: String, free: Int, needed: Int, at now: Double) -> Trouble {
        let (free, needed) = (free >> 20, max(1, needed >> 20))
        return Trouble(
            code: "disk-full",
            message: Finding.Message(
                zh: "\(folder) 所在磁盘空间不足（剩余 \(free) MiB，至少需要 \(needed) MiB），已暂停接收文件；请清理磁盘，之后会自动恢复。",
                en:
                    "the disk of \(folder) is too full (\(free) MiB free, \(needed) MiB needed); free some space, and work goes on by itself"
            ),
            at: now
        )
    }

    /// There are too many messages that could not be delivered.
    static func queueFull(at now: Double) -> Trouble {
        Trouble(
            code: "queue-full",
            message: Finding.Message(
                zh: "待发消息过多，已暂停接收文件；请检查接收端（gouji messages）。",
                en: "too many messages wait to be delivered; look at the endpoints (gouji messages)"
            ),
            at: now
        )
    }

    /// Something could not be written.
    static func failed(_ cause: any Error, at now: Double) -> Trouble {
        let error = cause as? PlatformError
        let isFull = error?.isFull == true
        let remedy =
            error?.isDenied == true
            ? Finding.Message(zh: "请检查其属主和权限", en: "see to its owner and mode")
            : Finding.Message(zh: "请检查磁盘", en: "see to the disk")
        return Trouble(
            code: isFull ? "disk-full" : "disk-error",
            message: Finding.Message(
                zh: "无法写入：\(cause)；已暂停接收文件，源文件仍在，稍后自动重试；\(remedy.zh)。",
                en: "\(cause); nothing is lost and it is tried again, \(remedy.en)"
            ),
            at: now
        )
    }
}
