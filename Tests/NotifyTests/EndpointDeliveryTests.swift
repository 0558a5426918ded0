import Foundation
import Model
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Notify

/// Outages, restarts, rotation, and one endpoint's trouble beside another's health.
@Suite(.timeLimit(.minutes(10)))
struct EndpointDeliveryTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let oldSecret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    private let world: DeliveryWorld

    init() throws {
        world = try DeliveryWorld()
    }

    private func webhook(_ name: String, _ server: PythonServer) -> EndpointSettings {
        EndpointSettings(name: name, kind: .webhook, url: "http://127.0.0.1:\(server.port)/hook")
    }

    /// Down for three days of the clock, with restarts and broken-off tries, and then back.
    @Test func twoThousandMessagesOutliveThreeDaysWithoutAReceiver() throws {
        let server = try PythonServer("robot.py", ["webhook", "", "200"])
        let office = webhook("office", server)
        try server.setDown(true)
        try world.fill(2_000, threads: 100, to: office)
        let end = DeliveryWorld.start + 72 * 3_600
        while world.now < end {
            let deliverer = try world.deliverer([office], limits: TransferLimits(connect: 1000, whole: 2000))
            try deliverer.start()
            // However slow the machine is: that the receiver is down has been noticed before time goes on.
            #expect(world.pass(deliverer, step: 1) { world.outbox.downSince("office") != nil })
            let stop = world.now + 12 * 3_600
            #expect(world.pass(deliverer, step: 600) { world.now >= stop })
            // Broken off, as if it were killed: what was under way is sent again.
            deliverer.stop(within: 0)
        }
        #expect(server.records(RobotVisit.self).isEmpty)
        #expect(world.count(.pending) == 2_000, "none is lost and none given up")
        try server.setDown(false)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 0.5, within: 200) { world.count(.pending) == 0 })
        try checkDrain(server.records())
    }

    private func checkDrain(_ visits: [RobotVisit]) throws {
        #expect(visits.count == 2_000)
        #expect(Set(visits.map(\.id)).count == 2_000)
        var perSecond: [Int: Int] = [:]
        for visit in visits { perSecond[Int(visit.time ?? 0), default: 0] += 1 }
        // A second of the stamp holds at most eleven of a rate of ten, and the probes before them.
        let busiest = perSecond.values.max() ?? 0
        #expect(busiest <= 12, "what has waited comes little by little")
        var revisions: [ThreadKey: Int] = [:]
        let marks = Dictionary(uniqueKeysWithValues: world.outbox.list([.sent]).map { ($0.entry.id, $0.entry.thread) })
        for visit in visits {
            let mark = try #require(marks[visit.id] ?? nil)
            #expect(mark.revision == (revisions[mark.key] ?? 0) + 1, "the order within each thread is kept")
            revisions[mark.key] = mark.revision
        }
    }

    @Test func aSlowEndpointDelaysNoOther() throws {
        let slow = try Receiver(["hang"])
        let server = try PythonServer("robot.py", ["webhook", "", "200"])
        let sluggish = EndpointSettings(name: "slow", kind: .webhook, url: slow.url)
        let quick = webhook("quick", server)
        for number in 1...20 { try world.announce(.unbalanced(id: "sha256:\(number)"), to: [sluggish, quick]) }
        let deliverer = try world.deliverer([sluggish, quick])
        try deliverer.start()
        defer { deliverer.stop(within: 0) }
        #expect(eventually { world.outbox.identifiers("quick", .pending).isEmpty })
        #expect(!world.outbox.identifiers("slow", .pending).isEmpty)
        #expect(slow.visits.count <= 4, "and is asked by no more than four at once")
    }

    /// A receiver has taken a message, and the daemon is gone before the name is in `sent`: the one window in which a
    /// message is sent twice.
    @Test func aCrashBetweenAnswerAndNoteRepeatsTheSameMessage() throws {
        let server = try PythonServer("robot.py", ["webhook", "", "200"])
        let office = webhook("office", server)
        try world.queue(to: office)
        let id = try #require(world.outbox.list().first?.entry.id)
        for round in 1...2 {
            let deliverer = try world.deliverer([office])
            try deliverer.start()
            #expect(eventually { world.count(.sent) == 1 })
            #expect(deliverer.stop())
            // As the disk would be had the crash come before the rename.
            if round == 1 { try world.outbox.move(id, of: "office", from: .sent, to: .pending) }
        }
        let visits: [RobotVisit] = server.records()
        #expect(visits.count == 2)
        #expect(Set(visits.map(\.id)) == [id])
        #expect(Set(visits.map(\.hash)).count == 1)
        // What is in `sent` is never queued again.
        try world.queue(to: office)
        #expect(world.count(.pending) == 0)
    }

    @Test func whileTheSecretChangesBothReceiversAreServed() throws {
        for (secret, hash) in [(Self.secret, 1), (Self.oldSecret, 2)] {
            let server = try PythonServer("robot.py", ["webhook", secret, "200"])
            var office = webhook("office\(hash)", server)
            office.secretFile = try world.secret(Self.secret, "new")
            office.previousSecretFile = try world.secret(Self.oldSecret, "old")
            try world.queue(hash, to: office)
            // By the real time: the library that checks the signature looks at the clock.
            let deliverer = try world.deliverer([office], clock: Clock.realtime)
            try deliverer.start()
            #expect(eventually { world.outbox.identifiers(office.name, .sent).count == 1 })
            #expect(deliverer.stop())
            #expect(server.records(RobotVisit.self).allSatisfy { $0.signed != false })
        }
    }

    @Test func oneConnectionCarriesManyMessages() throws {
        let server = try PythonServer("robot.py", ["webhook", "", "200"])
        let office = webhook("office", server)
        try world.fill(200, threads: 200, to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { world.count(.sent) == 200 })
        #expect(server.records(RobotVisit.self).map(\.connections).max() ?? 0 <= 4)
    }

    @Test func anAuthorityAndAKeyOfOnesOwnAreTrusted() throws {
        let certificate = try world.certificate()
        let environment = ["ROBOT_CERTIFICATE": certificate.both]
        let server = try PythonServer("robot.py", ["webhook", "", "200"], environment: environment)
        var office = EndpointSettings(name: "office", kind: .webhook, url: "https://localhost:\(server.port)/")
        office.tls.authorityFile = certificate.authority
        office.tls.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        try world.queue(to: office)
        let wrong = try world.deliverer([office])
        try wrong.start()
        #expect(eventually { world.outbox.list([.pending]).first?.entry.attempts == 1 })
        #expect(wrong.stop())
        #expect(server.records(RobotVisit.self).isEmpty, "another key is refused, whoever vouches for it")
        office.tls.pin = certificate.pin
        let right = try world.deliverer([office])
        try right.start()
        defer { right.stop() }
        #expect(world.pass(right, step: 5) { world.count(.sent) == 1 })
    }

    @Test func aFileWithoutCertificatesIsRefusedAtStart() throws {
        var office = EndpointSettings(name: "office", kind: .webhook, url: "https://localhost/")
        office.tls.authorityFile = try world.secret("nothing of the kind", "ca.pem")
        #expect(throws: EndpointError.self) { try office.inspect() }
    }

    @Test func anotherEndpointTellsOfOneThatIsDownOnceAnOutage() throws {
        let office = EndpointSettings(name: "office", kind: .webhook, url: "http://127.0.0.1:9/geheim")
        let mail = EndpointSettings(name: "mail", kind: .maildir)
        let notifier = try world.notifier([office, mail])
        for number in 1...8 { try world.queue(number, to: office) }
        // Twice, for a restart must not tell of it again.
        for _ in 1...2 {
            let deliverer = try world.deliverer(
                [office, mail],
                retry: [0, 60, 600, 600, 600, 600, 600, 600],
                onTrouble: { _ = try? notifier.announce($0) }
            )
            try deliverer.start()
            let stop = world.now + 2_400
            #expect(world.pass(deliverer, step: 30) { world.now >= stop })
            #expect(deliverer.stop())
        }
        let told = world.outbox.list().filter { $0.entry.type == .degraded && $0.entry.endpoint == "mail" }
        #expect(told.filter { $0.entry.body.contains("endpoint-down.office") }.count == 1)
        #expect(world.outbox.list().allSatisfy { $0.entry.type != .degraded || $0.entry.endpoint == "mail" })
        #expect(told.allSatisfy { !$0.entry.body.contains("geheim") })
        #expect(world.outbox.status().first { $0.endpoint == "office" }?.downSince != nil)
    }

    @Test func messagesThatWereGivenUpAreToldOfOnceADay() throws {
        let server = try PythonServer("robot.py", ["webhook", "", "400"])
        let office = webhook("office", server)
        let mail = EndpointSettings(name: "mail", kind: .maildir)
        let notifier = try world.notifier([office, mail])
        for number in 1...5 { try world.queue(number, to: office) }
        let deliverer = try world.deliverer([office, mail], onTrouble: { _ = try? notifier.announce($0) })
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 300) { world.outbox.identifiers("office", .dead).count == 5 })
        #expect(world.outbox.list().filter { $0.entry.body.contains("dead-letters.office") }.count == 1)
        #expect(world.outbox.status().first { $0.endpoint == "office" }?.downSince == nil, "one message's fault")
    }
}

@Suite struct TokenBucketTests {
    @Test func noMinuteHoldsMoreThanTheRobotTakes() {
        var bucket = TokenBucket(.perMinute(18, burst: 2))
        var taken: [Double] = []
        var now = 0.0
        while now < 600 {
            while bucket.take(at: now) { taken.append(now) }
            let next = bucket.ready(at: now)
            #expect(next > now)
            now = next
        }
        for start in taken { #expect(taken.count { $0 >= start && $0 < start + 60 } <= 20) }
        #expect(taken.count >= 178)
    }

    @Test func aClockThatIsSetBackLocksNothing() {
        var bucket = TokenBucket(RateLimit(perSecond: 1, burst: 1))
        let taken = [1000.0, 10, 11].map { bucket.take(at: $0) }
        #expect(taken == [true, false, true])
    }
}

@Suite struct MessageHeapTests {
    @Test func givesMessagesInTheirOrderWhateverCameFirst() {
        var heap = MessageHeap()
        var wanted: [Double] = []
        for number in 0..<2_000 {
            let next = Double(number * 7_919 % 997)
            var message = QueuedMessage(
                OutboxEntry(
                    Message(id: "\(number)", type: .failed, endpoint: "x", created: 0, subject: "", body: ""),
                    next: next
                )
            )
            message.next = next
            heap.insert(message)
            wanted.append(next)
            if number % 3 == 0, let gone = heap.remove(where: { $0.id == "\(number / 2)" }) {
                wanted.remove(at: wanted.firstIndex(of: gone.next) ?? 0)
            }
        }
        var given: [Double] = []
        while let message = heap.popFirst() { given.append(message.next) }
        #expect(given == wanted.sorted())
    }
}
