import Foundation
import Glibc
import Model
import Platform
import TestSupport
import Testing

@testable import Notify

/// The real libcurl against a real server on loopback; only the clock is ours, so that days pass in seconds.
@Suite(.timeLimit(.minutes(10)))
struct DelivererTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    private let world: DeliveryWorld

    init() throws {
        world = try DeliveryWorld()
    }

    private func endpoint(_ url: String, secretFile: String? = nil) -> EndpointSettings {
        EndpointSettings(name: "office", kind: .webhook, url: url, secretFile: secretFile)
    }

    private func signedEndpoint(_ url: String) throws -> EndpointSettings {
        try world.folder.write(Self.secret + "\n", to: "secret")
        #expect(unsafe chmod(world.folder.file("secret"), 0o600) == 0)
        return endpoint(url, secretFile: world.folder.file("secret"))
    }

    @Test func aMessageArrivesSignedAndIsMovedToSent() throws {
        let receiver = try Receiver(["200"], secret: Self.secret)
        let office = try signedEndpoint(receiver.url)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        try world.queue(to: office)
        deliverer.expect(world.outbox.list().map { OutboxName(endpoint: "office", id: $0.entry.id) })
        #expect(eventually { world.count(.sent) == 1 })
        let visit = try #require(receiver.visits.first)
        #expect(visit.verified == true)
        #expect(visit.id == visit.body)
        #expect(visit.type == "application/json; charset=utf-8")
        #expect(visit.timestamp == "1790000000")
        #expect(visit.path == "/hook/geheim?key=hidden-key")
        #expect(receiver.visits.count == 1)
        #expect(!world.logged.contains("unsigned"))
    }

    @Test func aReceiverThatFailsInManyWaysGetsTheSameBytesInTheEnd() throws {
        let answers = ["500", "hang", "reset", "refuse", "302:http://127.0.0.1:9/", "429:1000", "503", "200"]
        let receiver = try Receiver(answers, secret: Self.secret)
        let office = try signedEndpoint(receiver.url)
        try world.queue(to: office)
        let deliverer = try world.deliverer([office], limits: TransferLimits(connect: 1000, whole: 500))
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 600) { world.count(.sent) == 1 })
        let visits = receiver.visits
        #expect(visits.map(\.answer) == answers.filter { $0 != "refuse" })
        #expect(Set(visits.map(\.id)).count == 1)
        #expect(Set(visits.map(\.hash)).count == 1)
        #expect(visits.allSatisfy { $0.verified == true })
        #expect(Set(visits.map(\.timestamp)).count == visits.count, "each try is signed anew")
    }

    @Test func aReceiverThatIsAlwaysDownLeavesTheMessageDead() throws {
        let office = endpoint("http://127.0.0.1:9/geheim?key=hidden-key")
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 900) { world.count(.dead) == 1 })
        let entry = try #require(world.outbox.list([.dead]).first?.entry)
        #expect(entry.attempts == 10)
        #expect(entry.lastError?.isEmpty == false)
        #expect(world.now - 1_790_000_000 >= 272_105)
        #expect(world.outbox.status().first?.dead == 1)
    }

    @Test func manyMessagesToAReceiverThatIsDownDoNotWaitForEver() throws {
        let office = endpoint("http://127.0.0.1:9/x")
        for number in 1...20 { try world.queue(number, to: office) }
        let deliverer = try world.deliverer([office], retry: [0, 10, 20])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 1) { world.count(.dead) == 20 })
        #expect(world.count(.pending) == 0)
    }

    @Test func tenMessagesSurviveARefusalOfTheFirstEight() throws {
        let receiver = try Receiver(Array(repeating: "503", count: 8) + ["200"])
        let office = endpoint(receiver.url)
        for number in 1...10 { try world.queue(number, to: office) }
        let deliverer = try world.deliverer([office], retry: [0, 1, 2, 3])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 0.2) { world.count(.sent) == 10 })
        let visits = receiver.visits
        #expect(visits.count == 18)
        #expect(Set(visits.filter { $0.answer == "200" }.map(\.id)).count == 10)
    }

    @Test func triesGoOnAfterARestart() throws {
        let receiver = try Receiver(["500", "500", "200"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        for attempt in 1...2 {
            let deliverer = try world.deliverer([office])
            try deliverer.start()
            #expect(world.pass(deliverer, step: 10) { world.outbox.list([.pending]).first?.entry.attempts == attempt })
            #expect(deliverer.stop())
        }
        #expect(world.outbox.list([.pending]).first.map { $0.entry.next > world.now } == true, "the wait is kept")
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 100) { world.count(.sent) == 1 })
        #expect(receiver.visits.count == 3)
        #expect(Set(receiver.visits.map(\.hash)).count == 1)
    }

    @Test func aPermanentAnswerIsTriedTwiceMore() throws {
        let receiver = try Receiver(["404"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 300) { world.count(.dead) == 1 })
        #expect(receiver.visits.count == 3)
        #expect(world.now - 1_790_000_000 >= 7200)
    }

    @Test func aReceiverThatIsGoneIsNotAskedAgainAndKeepsItsMessages() throws {
        let receiver = try Receiver(["410", "200"])
        let office = endpoint(receiver.url)
        for number in 1...3 { try world.queue(number, agency: "甲\(number)", to: office) }
        var deliverer = try world.deliverer([office], retry: [0, 1])
        try deliverer.start()
        #expect(eventually { world.outbox.status().first?.isDisabled == true })
        #expect(deliverer.stop())
        let before = receiver.visits.count
        deliverer = try world.deliverer([office], retry: [0, 1])
        try deliverer.start()
        defer { deliverer.stop() }
        world.advance(by: 1000)
        let ticks = deliverer.ticks
        deliverer.poke()
        #expect(eventually { deliverer.ticks > ticks })
        #expect(receiver.visits.count == before)
        let id = try #require(world.outbox.list([.pending]).first?.entry.id)
        try world.outbox.resend(id, now: world.now)
        deliverer.rescan()
        #expect(eventually { world.count(.sent) == 3 }, "a resend opens the endpoint again")
    }

    @Test func aReceiverThatIsGoneIsSaidToBeSoOnce() throws {
        let receiver = try Receiver(["410"])
        let office = endpoint(receiver.url)
        for number in 1...3 { try world.queue(number, agency: "甲\(number)", to: office) }
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        #expect(eventually { receiver.visits.count == 3 })
        #expect(deliverer.stop())
        #expect(world.logged.components(separatedBy: "disabled:").count == 2)
        #expect(world.count(.pending) == 3)
    }

    @Test func anEndlessAnswerIsCutAndStillCounts() throws {
        let receiver = try Receiver(["endless"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { world.count(.sent) == 1 })
    }

    @Test func messagesOfOneThreadStayInOrder() throws {
        let receiver = try Receiver(["500", "500", "200"])
        let office = endpoint(receiver.url)
        try world.queue(1, agency: "甲", revision: 1, to: office)
        try world.queue(2, agency: "甲", revision: 2, to: office)
        try world.queue(3, agency: "甲", revision: 3, to: office)
        let wanted = world.outbox.list().sorted { ($0.entry.thread?.revision ?? 0) < ($1.entry.thread?.revision ?? 0) }
            .map(\.entry.id)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(world.pass(deliverer, step: 10) { world.count(.sent) == 3 })
        #expect(receiver.visits.filter { $0.answer == "200" }.map(\.id) == wanted)
    }

    @Test func nothingOfTheAddressIsWrittenAnywhere() throws {
        let receiver = try Receiver(["500", "404", "200"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(
            world.pass(deliverer, step: 100) {
                world.count(.pending) == 1 && world.outbox.list().first?.entry.attempts == 2
            }
        )
        let error = try #require(world.outbox.list().first?.entry.lastError)
        #expect(error.hasPrefix("HTTP 404: told to answer"))
        for text in [world.logged, error] {
            #expect(!text.contains("geheim"))
            #expect(!text.contains("hidden-key"))
        }
        #expect(world.logged.contains("unsigned"))
    }

    @Test func aNameThatLeadsToThisMachineIsRefused() throws {
        let receiver = try Receiver(["200"])
        let office = EndpointSettings(
            name: "office",
            kind: .webhook,
            url: "http://0.0.0.0:\(receiver.port)/",
            allowsHTTP: true
        )
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { world.outbox.list([.pending]).first?.entry.attempts == 1 })
        #expect(receiver.visits.isEmpty)
        #expect(world.outbox.list().first?.entry.lastError?.contains("not allowed") == true)
    }

    @Test func withNothingPendingTheThreadSleeps() throws {
        let office = endpoint("http://127.0.0.1:9/")
        try world.outbox.prepare(endpoints: ["office"])
        #expect(try lookedThrough([office]).sleep(Deliverer.Orders()) == .max, "until it is woken")
    }

    @Test func withAMessageThatWaitsTheThreadSleepsUntilItIsDue() throws {
        let office = endpoint("http://127.0.0.1:9/")
        try world.queue(to: office)
        var entry = try #require(world.outbox.list([.pending]).first?.entry)
        entry.next = world.now + 90
        try world.outbox.update(entry)
        #expect(try lookedThrough([office]).sleep(Deliverer.Orders()) == 90_001)
    }

    /// The loop after its first look at the outbox.
    private func lookedThrough(_ endpoints: [EndpointSettings]) throws -> DeliveryLoop {
        let loop = try world.deliverer(endpoints).loop()
        var orders = Deliverer.Orders()
        orders.isStopping = true
        loop.run(orders: { orders }, turn: { _ in })
        return loop
    }

    @Test func stoppingBreaksOffWhatHangs() throws {
        let receiver = try Receiver(["hang"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        #expect(eventually { receiver.visits.count == 1 })
        let start = Clock.monotonic()
        #expect(deliverer.stop(within: 0.5))
        #expect(Clock.monotonic() - start < 3)
        #expect(world.outbox.list([.pending]).first?.entry.attempts == 0)
    }

    @Test func aDamagedFileStopsNobody() throws {
        let receiver = try Receiver(["200"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        try world.folder.write("{\"id\":", to: "outbox/office/pending/msg_x.json")
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { world.count(.sent) == 1 && world.folder.files("outbox/office/dead") == ["msg_x.json"] })
    }

    /// Makes a key and a certificate for localhost that no authority has signed.
    private func makeCertificate() throws -> String {
        let file = world.folder.file("certificate.pem")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
            + ["-addext", "subjectAltName=DNS:localhost", "-keyout", file, "-out", world.folder.file("cert.pem")]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let both = try #require(world.folder.read("certificate.pem")) + #require(world.folder.read("cert.pem"))
        try world.folder.write(both, to: "both.pem")
        return world.folder.file("both.pem")
    }

    @Test func aCertificateThatNobodyVouchesForIsRefused() throws {
        let receiver = try Receiver(["200"], certificate: try makeCertificate())
        let office = endpoint("https://localhost:\(receiver.port)/hook/geheim")
        try world.queue(to: office)
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { world.outbox.list([.pending]).first?.entry.attempts == 1 })
        #expect(world.outbox.list().first?.entry.lastError?.contains("certificate") == true)
        #expect(receiver.visits.isEmpty)
    }

    @Test func whatADeliveryCouldNotWriteDownIsNotSentAgain() throws {
        let receiver = try Receiver(["200"])
        let office = endpoint(receiver.url)
        try world.queue(to: office)
        let sent = world.folder.file("outbox/office/sent")
        try FileManager.default.removeItem(atPath: sent)
        try world.folder.write("a file where a folder should be", to: "outbox/office/sent")
        let deliverer = try world.deliverer([office])
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { world.logged.contains("cannot rename") })
        deliverer.rescan()
        try FileManager.default.removeItem(atPath: sent)
        try FileManager.default.createDirectory(atPath: sent, withIntermediateDirectories: false)
        #expect(world.pass(deliverer, step: 5) { world.count(.sent) == 1 })
        #expect(receiver.visits.count == 1)
    }

    @Test func anotherAddressTakesOverWhatIsPending() throws {
        let receiver = try Receiver(["200"])
        let down = endpoint("http://127.0.0.1:9/")
        try world.queue(to: down)
        let first = try world.deliverer([down])
        try first.start()
        #expect(eventually { world.outbox.list([.pending]).first.map { $0.entry.attempts > 0 } == true })
        #expect(first.pendingCount == 1)
        #expect(first.stop())
        let second = try world.deliverer([endpoint(receiver.url)])
        try second.start()
        defer { second.stop() }
        #expect(world.pass(second, step: 5) { world.count(.sent) == 1 && second.pendingCount == 0 })
        #expect(receiver.visits.count == 1)
    }
}
