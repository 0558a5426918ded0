import Testing

@testable import Notify

struct AddressTests {
    private static func endpoint(_ url: String, allowsHTTP: Bool = false) -> EndpointSettings {
        EndpointSettings(name: "office", kind: .webhook, url: url, allowsHTTP: allowsHTTP)
    }

    @Test(arguments: [
        "http://127.0.0.1:8080/x", "http://localhost/x", "http://[::1]:9/x", "http://2130706433/x", "http://0x7f.1/x",
        "https://example.org/hook", "https://127.0.0.1/x",
    ])
    func takesHTTPSAndLoopback(url: String) throws {
        #expect(try EndpointAddress(Self.endpoint(url)).url == url)
    }

    @Test(arguments: ["http://example.org/x", "http://10.0.0.1/x", "http://127.0.0.1.example.org/x", "http://[::2]/x"])
    func refusesPlainHTTPToOthers(url: String) throws {
        #expect(throws: EndpointError.plainHTTP(endpoint: "office")) { try EndpointAddress(Self.endpoint(url)) }
        #expect(try EndpointAddress(Self.endpoint(url, allowsHTTP: true)).scheme == "http")
    }

    @Test(arguments: ["", "example.org", "https://", "/etc/passwd"])
    func refusesWhatIsNoAddress(url: String) {
        #expect(throws: EndpointError.malformedAddress(endpoint: "office")) { try EndpointAddress(Self.endpoint(url)) }
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://example.org/x", "gopher://example.org/x"])
    func refusesOtherSchemes(url: String) {
        #expect(throws: EndpointError.self) { try EndpointAddress(Self.endpoint(url)) }
    }

    @Test func keepsItselfOutOfTexts() throws {
        let address = try EndpointAddress(Self.endpoint("https://hooks.example.org/services/T0/B1/xyz?key=abcd"))
        let text = address.redacted(
            "Could not resolve host: hooks.example.org; POST /services/T0/B1/xyz?key=abcd; https://hooks.example.org/services/T0/B1/xyz?key=abcd"
        )
        #expect(!text.contains("example"))
        #expect(!text.contains("T0"))
        #expect(!text.contains("abcd"))
    }

    private static let open = AddressGuard(isLoopbackHost: false, isLoopbackOnly: false)
    private static let loopback = AddressGuard(isLoopbackHost: true, isLoopbackOnly: true)

    @Test(
        arguments: [
            [169, 254, 169, 254], [169, 254, 0, 1], [127, 0, 0, 1], [0, 0, 0, 0], [100, 100, 100, 200],
            [0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 169, 254, 169, 254],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
            [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, 169, 254, 169, 254],
            [0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54], [],
        ] as [[UInt8]]
    )
    func refusesWhereNamesMustNotLead(address: [UInt8]) {
        #expect(!Self.open.allows(address))
    }

    @Test(
        arguments: [[93, 184, 216, 34], [10, 0, 0, 1], [0x20, 1, 0x0D, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]]
            as [[UInt8]]
    )
    func allowsOtherMachinesUnlessOnlyLoopbackIsMeant(address: [UInt8]) {
        #expect(Self.open.allows(address))
        #expect(!Self.loopback.allows(address))
    }

    @Test func allowsLoopbackWhereTheHostIsThat() {
        #expect(Self.loopback.allows([127, 0, 0, 1]))
        #expect(Self.loopback.allows([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1]))
        #expect(Self.loopback.allows([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))
    }
}
