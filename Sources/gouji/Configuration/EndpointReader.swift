internal import Model
internal import Notify

/// Reads the tables `[[endpoint]]`; which keys a kind takes, the catalogue of kinds says.
enum EndpointReader {
    static func endpoints(_ tables: [ConfigurationTable]) throws(ConfigurationError) -> [EndpointSettings] {
        var endpoints: [EndpointSettings] = []
        for table in tables {
            let endpoint = try endpoint(table)
            if endpoints.contains(where: { $0.name == endpoint.name }) {
                throw table.refusal("name", "endpoint.name \(endpoint.name) stands twice; give each endpoint its own")
            }
            endpoints.append(endpoint)
        }
        return endpoints
    }

    private static func endpoint(_ table: ConfigurationTable) throws(ConfigurationError) -> EndpointSettings {
        try table.knows(everyKey)
        var endpoint = EndpointSettings(name: try name(table), kind: try kind(table))
        let own = EndpointKind.commonKeys + endpoint.kind.keys
        for key in everyKey where !own.contains(key) && table.has(key) {
            throw table.refusal(key, "endpoint.\(key) does not go with kind = \"\(endpoint.kind.name)\"; remove it")
        }
        try readSelection(table, into: &endpoint)
        try readWording(table, into: &endpoint)
        endpoint.pace = try pace(table)
        try readSecrets(table, into: &endpoint)
        try readTransport(table, into: &endpoint)
        return endpoint
    }

    /// The keys of every kind, each once.
    private static let everyKey: [String] = {
        var keys = EndpointKind.commonKeys
        for key in EndpointCatalog.kinds.flatMap(\.keys) where !keys.contains(key) { keys.append(key) }
        return keys
    }()

    /// The name is a folder of the outbox, so it must be a safe one.
    private static func name(_ table: ConfigurationTable) throws(ConfigurationError) -> String {
        guard let name = try table.string("name") else {
            throw table.refusal("name", "endpoint.name is missing; add for example name = \"office\"")
        }
        guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(isNameByte) else {
            throw table.refusal("name", "endpoint.name must be 1 to 64 letters, digits, - and _")
        }
        return name
    }

    private static func kind(_ table: ConfigurationTable) throws(ConfigurationError) -> EndpointKind {
        guard let name = try table.string("kind") else { return .webhook }
        guard let kind = EndpointCatalog.kind(named: name) else {
            let known = EndpointCatalog.kinds.map(\.name).joined(separator: ", ")
            throw table.refusal("kind", "endpoint.kind is unknown; use one of \(known)")
        }
        return kind
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
