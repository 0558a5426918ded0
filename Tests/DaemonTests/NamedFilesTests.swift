import TestSupport
import Testing

/// Files that the configuration only names: what is wrong with one is said with the line that names it.
@Suite struct NamedFilesTests {
    private static let endpoint = """
        [[endpoint]]
        name = "office"
        url = "https://example.org/hook"

        """

    @Test(arguments: [
        (endpoint + "secret_file = \"/none/key\"\n", "4: endpoint office: no secret: /none/key: cannot open"),
        (
            endpoint + "secret_file = \"KEY\"\nprevious_secret_file = \"/none/key\"\n",
            "5: endpoint office: no secret: /none/key: cannot open"
        ),
        (endpoint + "secret_file = \"OPEN\"\n", "4: endpoint office: OPEN: others may read or change the secret"),
        (endpoint + "secret_file = \"EMPTY\"\n", "4: endpoint office: EMPTY: must hold one line, the secret"),
        (endpoint + "secret_file = \"WORDS\"\n", "4: endpoint office: WORDS: holds no secret; write whsec_"),
        (endpoint + "ca_file = \"/none/ca.pem\"\n", "4: endpoint office: no certificates to trust: /none/ca.pem"),
        (
            endpoint.replacing("url =", with: "url_file = \"WORDS\" #"),
            "3: endpoint office: url is no URL; write https://HOST/PATH"
        ),
        ("[roster]\nfile = \"/none/roster.csv\"\n", "2: roster.file: /none/roster.csv: no such file; mend the path"),
        ("[roster]\nfile = \"FOLDER\"\n", "2: roster.file: FOLDER: a folder; name the file in it"),
        ("rules = \"/none/rules.d\"\n", "1: rules: /none/rules.d: the folder of rules: no such folder; check the name"),
        ("rules = \"KEY\"\n", "1: rules: KEY: the folder of rules: not a folder; check the name"),
    ])
    func theLineOfTheConfigurationIsNamed(_ text: String, _ wanted: String) throws {
        let folder = try TemporaryFolder()
        let contents = ["KEY": "whsec_" + String(repeating: "A", count: 32), "OPEN": "x", "EMPTY": "", "WORDS": "a b"]
        for (name, content) in contents { try folder.write(content, to: name) }
        for name in ["KEY", "EMPTY", "WORDS"] { try setMode(0o600, of: folder.file(name)) }
        func placed(_ text: String) -> String {
            contents.keys.reduce(text.replacing("FOLDER", with: folder.path)) { text, name in
                text.replacing(name, with: folder.file(name))
            }
        }
        try folder.write(placed(text), to: "gouji.toml")
        for command in [["test-config"], ["watch"]] {
            let state = ["--state", folder.file("state"), "--config", folder.file("gouji.toml")]
            let result = try Tool.run(command + state)
            #expect(result.status == 2)
            let begins = result.errors.hasPrefix("gouji: \(folder.file("gouji.toml")):\(placed(wanted))")
            #expect(begins, "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1)
        }
    }

    private func setMode(_ mode: Int, of path: String) throws {
        let result = try Tool.run("/bin/chmod", [String(mode, radix: 8), path])
        #expect(result.status == 0)
    }
}
