package import Platform

/// Decides when a file in the drop folder is whole.
///
/// A file that was renamed into place is; any other must have been closed, and be the same in two looks the settle time
/// apart. A value without a clock: the caller says what time it is and what the file looks like, and does what `look`
/// answers.
package struct Settling: Sendable {
    /// How a file came to notice.
    package enum Notice: Sendable {
        /// It was renamed into place.
        case renamed
        /// A writer closed it.
        case closed
        /// It appeared, and nobody has closed it: a writer is at work, or it was linked.
        case created
        /// A listing found it.
        case listed
    }

    /// What is to be done with a file.
    package enum Answer: Sendable, Hashable {
        case take
        /// It is looked at again.
        case wait
        /// It is left where it is until it changes; the reason for the log, or nil where that was said before.
        case leave(String?)
    }

    private struct Candidate {
        var status: FileStatus?
        var notice: Notice
        var due: Double
        /// Looks that found it with a second name.
        var linkedLooks = 0
    }

    /// A name and when it was to be looked at; void where the candidate has another time by now.
    private typealias Turn = (name: String, due: Double)

    private let settle: Double
    private var candidates: [String: Candidate] = [:]
    private var left: [String: FileStatus] = [:]
    /// Turns in the order of their times, one queue for each length of waiting, so that each stays sorted.
    private var queues: [Double: Queue<Turn>] = [:]

    /// `settle` is in seconds.
    package init(settle: Double) { self.settle = settle }

    /// How many files wait.
    package var count: Int { candidates.count }

    /// When the next look is due, on the caller's clock; nil where nothing waits.
    package var nextDue: Double? { queues.values.compactMap { $0.first?.due }.min() }

    /// Notes that something happened to the file.
    ///
    /// `status` is what it looks like now; nil where it could not be looked at.
    package mutating func notice(_ name: String, _ notice: Notice, status: FileStatus?, at now: Double) {
        if let status, left[name] == status { return }
        if let known = candidates[name] {
            // A listing tells nothing new, and nothing but its writer's close makes a rename less of one.
            if notice == .listed || (notice == .created && known.notice == .renamed) { return }
        }
        left[name] = nil
        candidates[name] = Candidate(status: status, notice: notice, due: 0)
        plan(name, in: notice == .renamed ? 0 : wait(notice, isWriterUnknown: false), at: now)
    }

    /// The next file that is due for a look; to be followed by `look`.
    package mutating func next(at now: Double) -> String? {
        for delay in queues.keys {
            while let turn = queues[delay]?.first, turn.due <= now {
                queues[delay]?.removeFirst()
                if candidates[turn.name]?.due == turn.due { return turn.name }
            }
        }
        return nil
    }

    /// What is to be done with the file that was due.
    ///
    /// `status` is nil where the file is gone; `hasWriter` is nil where the system does not tell.
    package mutating func look(
        _ name: String,
        status: FileStatus?,
        hasWriter: Bool?,
        at now: Double
    ) -> Answer {
        guard let status, var candidate = candidates[name] else {
            candidates[name] = nil
            return .leave(nil)
        }
        guard status.isRegular else { return leave(name, status, "it is \(status.kind), not a regular file") }
        if status.links > 1 {
            candidate.linkedLooks += 1
            if candidate.linkedLooks > 5 {
                return leave(name, status, "it has \(status.links) names; remove the others")
            }
        } else if hasWriter != true, candidate.notice == .renamed || candidate.status == status {
            if hasWriter == nil, candidate.notice == .created {
                // Nobody was seen closing it: a longer quiet has to do.
                candidate.notice = .listed
                candidates[name] = candidate
                plan(name, in: wait(.created, isWriterUnknown: true), at: now)
                return .wait
            }
            candidates[name] = nil
            return .take
        }
        candidate.status = status
        candidates[name] = candidate
        plan(name, in: max(settle, 0.5), at: now)
        return .wait
    }

    /// Leaves the file where it is until it changes; for what only the caller can see.
    package mutating func leave(_ name: String, _ status: FileStatus, _ reason: String) -> Answer {
        candidates[name] = nil
        left[name] = status
        return .leave(reason)
    }

    /// Forgets what a full listing did not find.
    package mutating func keep(only names: Set<String>) {
        left = left.filter { names.contains($0.key) }
        candidates = candidates.filter { names.contains($0.key) }
    }

    /// Nobody closes a file that was linked, or that lay there before we came: there 0 cannot mean "at once".
    private func wait(_ notice: Notice, isWriterUnknown: Bool) -> Double {
        if isWriterUnknown { return max(4 * settle, 1) }
        return notice == .closed ? settle : max(settle, 0.5)
    }

    private mutating func plan(_ name: String, in delay: Double, at now: Double) {
        candidates[name]?.due = now + delay
        queues[delay, default: Queue()].append((name, now + delay))
    }
}

/// First in, first out, without moving the rest.
private struct Queue<Element: Sendable>: Sendable {
    private var elements: [Element] = []
    private var head = 0

    var first: Element? { head < elements.count ? elements[head] : nil }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func removeFirst() {
        head += 1
        if head == elements.count {
            elements = []
            head = 0
        } else if head > 4096, head > elements.count / 2 {
            elements.removeFirst(head)
            head = 0
        }
    }
}
