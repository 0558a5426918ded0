internal import Dispatch
internal import Synchronization

/// Work on many items by several threads, with the results handed over in the order of the items.
enum InOrder {
    /// Calls `transform` for each index on up to `jobs` threads, and `consume` with each result, in order, on the
    /// calling thread.
    ///
    /// The items are taken in batches, so that memory is bounded by the batch and not by the number of items: a batch
    /// is a few items a thread, enough that one slow item seldom leaves the other threads idle.
    static func map<Result: Sendable>(
        count: Int,
        jobs: Int,
        transform: @Sendable (Int) -> Result,
        consume: (Int, Result) throws -> Void
    ) rethrows {
        let size = jobs > 1 ? jobs * 8 : 1
        var start = 0
        while start < count {
            let end = min(count, start + size)
            for (offset, result) in batch(start..<end, jobs: jobs, transform).enumerated() {
                try consume(start + offset, result)
            }
            start = end
        }
    }

    private static func batch<Result: Sendable>(
        _ range: Range<Int>,
        jobs: Int,
        _ transform: @Sendable (Int) -> Result
    ) -> [Result] {
        if jobs == 1 || range.count == 1 { return range.map(transform) }
        let next = Atomic(range.lowerBound)
        let results = Mutex([Int: Result]())
        DispatchQueue.concurrentPerform(iterations: min(jobs, range.count)) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < range.upperBound else { return }
                let result = transform(index)
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { done in range.compactMap { done[$0] } }
    }
}
