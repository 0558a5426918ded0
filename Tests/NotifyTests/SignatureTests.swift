import Foundation
import TestSupport
import Testing

@testable import Notify

struct SignatureTests {
    private static let text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    @Test func agreesWithTheStandardsVector() throws {
        let secret = try #require(WebhookSecret(Self.text))
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            timestamp: 1_614_265_330,
            body: Array("{\"test\": 2432232314}".utf8)
        )
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func findsItsOwnAmongSeveral() throws {
        let secret = try #require(WebhookSecret(Self.text))
        let ours = secret.signature(id: "a", timestamp: 1, body: [1])
        #expect(secret.verifies("v1,AAAA \(ours)", id: "a", timestamp: 1, body: [1]))
        #expect(!secret.verifies(ours, id: "a", timestamp: 2, body: [1]))
        #expect(!secret.verifies("", id: "a", timestamp: 1, body: [1]))
    }

    @Test(arguments: ["", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_not base64", "whsec_!!!"])
    func refusesWhatIsNoSecret(text: String) {
        #expect(WebhookSecret(text) == nil)
    }

    @Test func readsASecretThatOnlyItsOwnersMayRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text + "\n", to: "secret")
        let endpoint = EndpointSettings(name: "office", kind: .webhook, secretFile: folder.file("secret"))
        #expect(unsafe chmod(folder.file("secret"), 0o644) == 0)
        #expect(throws: EndpointError.exposedSecret(endpoint: "office", path: folder.file("secret"))) {
            try WebhookSecret.load(for: endpoint)
        }
        #expect(unsafe chmod(folder.file("secret"), 0o640) == 0)
        #expect(try WebhookSecret.load(for: endpoint) == WebhookSecret(Self.text))
    }

    @Test func saysWhatIsWrongWithASecretsFile() throws {
        let folder = try TemporaryFolder()
        let missing = EndpointSettings(name: "office", kind: .webhook, secretFile: folder.file("none"))
        #expect(throws: EndpointError.self) { try WebhookSecret.load(for: missing) }
        try folder.write("hunter2", to: "secret")
        #expect(unsafe chmod(folder.file("secret"), 0o600) == 0)
        let malformed = EndpointSettings(name: "office", kind: .webhook, secretFile: folder.file("secret"))
        #expect(throws: EndpointError.malformedSecret(endpoint: "office", path: folder.file("secret"))) {
            try WebhookSecret.load(for: malformed)
        }
    }
}
