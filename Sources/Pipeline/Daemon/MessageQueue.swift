package import Model

/// Where the daemon puts what people must be told: the outbox, as the daemon sees it.
///
/// Every call may come again after a crash, or for the same bytes dropped again, and must then change nothing. When it
/// returns, what was queued is on the disk.
package protocol MessageQueue: Sendable {
    /// Queues the message that the report needs, if it needs one.
    ///
    /// `archivePath` is the record's path below the state directory, `revision` its number, from 1.
    func enqueue(_ report: Report, archivePath: String, revision: Int) throws

    /// Queues the message about a file that is no readable report.
    ///
    /// `id` is `sha256:` and the digest of the bytes, `path` where the file will lie below the state directory.
    func enqueueUnreadable(_ rejection: Rejection, source: Source, id: String, path: String) throws

    /// Queues the message about trouble of the daemon's own; the same code and `since` (RFC 3339) are one message.
    func enqueueDegraded(code: String, message: Finding.Message, since: String) throws

    /// Looks for what another process has queued; called with each full scan of the drop folder.
    func rescan()

    /// Whether there is room for more; while there is none, nothing is claimed.
    var hasRoom: Bool { get }
}

extension MessageQueue {
    package var hasRoom: Bool { true }

    package func rescan() {}
}
