import Model
import Synchronization
import TestSupport
import Testing

@testable import Notify

/// An endpoint that says that a further try will not help.
struct RefusalTests {
    @Test func anotherEndpointIsToldAtTheFirstRefusal() throws {
        let world = try DeliveryWorld()
        let receiver = try Receiver(["401"])
        let endpoint = EndpointSettings(name: "office", kind: .webhook, url: receiver.url)
        let other = EndpointSettings(name: "mail", kind: .maildir)
        let notifier = try world.notifier([endpoint, other])
        try world.queue(1, to: endpoint)
        try world.queue(2, agency: "青禾市水务局", to: endpoint)
        let told = Mutex<[EndpointTrouble]>([])
        let deliverer = try world.deliverer(
            [endpoint],
            onTrouble: { trouble in
                _ = try? notifier.announce(trouble)
                told.withLock { $0.append(trouble) }
            }
        )
        try deliverer.start()
        defer { deliverer.stop() }
        #expect(eventually { told.withLock { $0.count } == 2 })
        // Both wait for another try; people are told once, and by the other endpoint alone.
        #expect(world.outbox.identifiers("office", .pending).count == 2)
        let messages = world.outbox.identifiers("mail", .pending)
        #expect(messages.count == 1 && messages.allSatisfy { $0.hasPrefix("msg_degraded_") })
        let entry = try world.outbox.entry(try #require(messages.first), of: "mail", in: .pending)
        #expect(entry.subject == "[勾稽] 接收端 office 拒收消息")
        #expect(!entry.body.contains("geheim"))
    }

    @Test func equalFilesOfDifferentNamesAreToldOfEach() throws {
        let world = try DeliveryWorld()
        let notifier = try world.notifier([EndpointSettings(name: "mail", kind: .maildir)])
        func announce(_ name: String) throws -> Int {
            let rejection = Rejection(.empty, .init(zh: "空文件", en: "an empty file"))
            let source = Source(name: name, bytes: 0)
            return try notifier.announce(
                QuarantineNotice(rejection: rejection, source: source, id: "sha256:00", path: "quarantine/" + name)
            ).count
        }
        #expect(try announce("a.txt") == 1)
        #expect(try announce("b.txt") == 1)
        #expect(try announce("a.txt") == 0)
    }
}
