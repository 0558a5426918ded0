import Platform

/// What the deliverer keeps in memory of a pending message; the body stays on the disk.
struct QueuedMessage: Sendable, Equatable {
    var id: String
    /// In seconds since 1970.
    var created: Int
    /// When it was queued, or queued again, in seconds since 1970.
    var queued: Int
    /// When it is tried next, in seconds since 1970.
    var next: Double
    var thread: ThreadKey?
    /// The revision that it tells of, by which those of one second are told apart.
    var revision: Int
    /// When its file was last written, as the file system says, by which a change from outside is seen; 0: not known.
    var modified = 0

    init(_ entry: OutboxEntry, modified: Int = 0) {
        id = entry.id
        created = entry.created
        queued = entry.queued
        next = entry.next
        thread = entry.thread?.key
        revision = entry.thread?.revision ?? 0
        self.modified = modified
    }

    /// Whether it was made before `other`.
    func isOlder(than other: QueuedMessage) -> Bool {
        (created, revision, id) < (other.created, other.revision, other.id)
    }

    /// Whether it is tried before `other`.
    func isBefore(_ other: QueuedMessage) -> Bool {
        next == other.next ? isOlder(than: other) : next < other.next
    }
}

/// The pending messages of one endpoint, in the order in which they are due; those of one thread one after the other.
struct EndpointQueue {
    private var waiting = MessageHeap()
    /// The messages of a thread behind the one that is waiting or under way, the oldest first.
    private var parked: [ThreadKey: [QueuedMessage]] = [:]
    /// Every message that is here or under way, and when its file was last written.
    private(set) var known: [String: Int] = [:]

    var count: Int { known.count }

    /// When the next message is due; nil where none waits.
    var nextDue: Double? { waiting.first?.next }

    /// Adds a message; one that is here already stays as it is.
    mutating func add(_ message: QueuedMessage) {
        guard known.updateValue(message.modified, forKey: message.id) == nil else { return }
        guard let thread = message.thread else { return wait(message) }
        if parked[thread] == nil {
            parked[thread] = []
            wait(message)
        } else {
            park(message, behind: thread)
        }
    }

    /// Takes out the message that is due, if one is; it is to come back by `postpone` or `finish`.
    mutating func takeDue(at now: Double) -> QueuedMessage? {
        guard let first = waiting.first, first.next <= now else { return nil }
        return waiting.popFirst()
    }

    /// Puts back a message that was taken and is to be tried again.
    mutating func postpone(_ message: QueuedMessage) {
        known[message.id] = message.modified
        wait(message)
    }

    /// Forgets a message that was taken, and lets the next of its thread go.
    mutating func finish(_ message: QueuedMessage) {
        known[message.id] = nil
        guard let thread = message.thread, var line = parked[thread] else { return }
        if line.isEmpty {
            parked[thread] = nil
        } else {
            let next = line.removeFirst()
            parked[thread] = line
            wait(next)
        }
    }

    /// Takes out a waiting message whose file has changed or gone; false where it is parked or under way.
    mutating func drop(_ id: String) -> Bool {
        guard let message = waiting.remove(where: { $0.id == id }) else { return false }
        finish(message)
        return true
    }

    /// A waiting message that was queued before `moment`, taken out.
    mutating func takeOlder(than moment: Double) -> QueuedMessage? {
        waiting.remove { Double($0.queued) < moment }
    }

    private mutating func wait(_ message: QueuedMessage) {
        waiting.insert(message)
    }

    private mutating func park(_ message: QueuedMessage, behind thread: ThreadKey) {
        var line = parked[thread] ?? []
        let place = line.partition { message.isOlder(than: $0) }
        line.insert(message, at: place)
        parked[thread] = line
    }
}

extension [QueuedMessage] {
    /// The first place from which on `isBehind` holds, in an array where it holds for an end piece.
    fileprivate func partition(_ isBehind: (QueuedMessage) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
