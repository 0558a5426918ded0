import Testing

@testable import Notify

struct RetryPolicyTests {
    private let policy = RetryPolicy(steps: DeliverySettings().retry)
    private let down = DeliveryFailure(kind: .temporary, reason: "")

    @Test func followsTheStandardsSchedule() {
        let waits: [Double?] = (1...10).map { policy.wait(after: down, attempts: $0, refusals: 0, jitter: 1) }
        let expected: [Double?] = [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400, nil]
        #expect(waits == expected)
        let whole: Double = waits.compactMap { $0 }.reduce(0, +)
        #expect(whole == 272_105, "75:35:05")
    }

    @Test func givesUpAfterThreeRefusals() {
        let refused = DeliveryFailure(kind: .permanent, reason: "")
        let waits: [Double?] = (1...3).map { policy.wait(after: refused, attempts: $0, refusals: $0, jitter: 1) }
        #expect(waits == [3600, 3600, nil])
    }

    @Test(arguments: [(1.0, 300.0), (1000, 1000), (1e9, 86_400)])
    func heedsRetryAfterWithinBounds(asked: Double, wait: Double) {
        var failure = down
        failure.retryAfter = asked
        #expect(policy.wait(after: failure, attempts: 2, refusals: 0, jitter: 1) == wait)
    }

    @Test func spreadsItsWaits() {
        #expect(policy.wait(after: down, attempts: 2, refusals: 0, jitter: 0.8) == 240)
        #expect(policy.wait(after: down, attempts: 2, refusals: 0, jitter: 1.2) == 360)
    }

    @Test func triesOnceWhereThereIsNoSchedule() {
        #expect(RetryPolicy(steps: []).wait(after: down, attempts: 1, refusals: 0, jitter: 1) == nil)
    }

    @Test func aCircuitOpensAfterFiveFailuresAndProbesAtEachStep() {
        var circuit = Circuit()
        for _ in 0..<4 { circuit.fail(at: 0, policy: policy, jitter: 1) }
        #expect(!circuit.isOpen)
        circuit.fail(at: 0, policy: policy, jitter: 1)
        #expect(circuit.isOpen)
        #expect(circuit.until == 5)
        circuit.fail(at: 2, policy: policy, jitter: 1)
        #expect(circuit.until == 5, "one that was under way already is no probe")
        circuit.fail(at: 5, policy: policy, jitter: 1)
        #expect(circuit.until == 305)
        circuit.succeed()
        #expect(!circuit.isOpen)
    }
}
