/// Waiting messages, the next to go first: a binary heap, so that a hundred thousand cost no more each than a few.
struct MessageHeap: Sendable {
    private var messages: [QueuedMessage] = []

    /// The next to go.
    var first: QueuedMessage? { messages.first }

    mutating func insert(_ message: QueuedMessage) {
        messages.append(message)
        rise(from: messages.count - 1)
    }

    /// Takes out the next to go.
    mutating func popFirst() -> QueuedMessage? { messages.isEmpty ? nil : remove(at: 0) }

    /// Takes out a message that `fits`; looks through all of them.
    mutating func remove(where fits: (QueuedMessage) -> Bool) -> QueuedMessage? {
        messages.firstIndex(where: fits).map { remove(at: $0) }
    }

    private mutating func remove(at place: Int) -> QueuedMessage {
        messages.swapAt(place, messages.count - 1)
        let message = messages.removeLast()
        if place < messages.count {
            sink(from: place)
            rise(from: place)
        }
        return message
    }

    private mutating func rise(from place: Int) {
        var place = place
        while place > 0, messages[place].isBefore(messages[(place - 1) / 2]) {
            messages.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(from place: Int) {
        var place = place
        while true {
            let children = [2 * place + 1, 2 * place + 2].filter { $0 < messages.count }
            guard let least = children.min(by: { messages[$0].isBefore(messages[$1]) }),
                messages[least].isBefore(messages[place])
            else { return }
            messages.swapAt(place, least)
            place = least
        }
    }
}
