import Foundation
import Intake
import Model
import Notify
import Pipeline
import TestSupport
import Testing
import Validate

@testable import gouji

@Suite struct ConfigurationTests {
    /// A configuration that must be refused, and the one line that says so.
    struct Refusal: Sendable, CustomTestStringConvertible {
        var folder: URL
        var testDescription: String { folder.lastPathComponent }

        static let root = Fixture.packageRoot.appending(path: "Fixtures/configs")
        static let all: [Refusal] = {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
            return names.filter { !$0.hasPrefix(".") }.sorted().map { Refusal(folder: root.appending(path: $0)) }
        }()

        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
    }

    @Test(arguments: Refusal.all) func refuses(_ refusal: Refusal) throws {
        let text = try refusal.text("gouji.toml")
        let expected = try refusal.text("expected.error").trimmingCharacters(in: .newlines)
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationReader.settings(from: text, file: "gouji.toml")
        }
        #expect(error?.description == expected)
    }

    @Test func hasRefusedConfigurations() { #expect(Refusal.all.count >= 40) }

    @Test func theInstalledFileSaysTheDefaults() throws {
        let file = Fixture.packageRoot.appending(path: "etc/gouji/gouji.toml").path
        #expect(try ConfigurationFile.settings(path: file, state: nil) == Settings())
    }

    /// Every key of the installed file, taken in as it stands there, loads, and those with a default say the default.
    @Test func theInstalledFileNamesEveryKey() throws {
        let file = Fixture.packageRoot.appending(path: "etc/gouji/gouji.toml")
        let commented = try String(contentsOf: file, encoding: .utf8)
        let lines = commented.split(separator: "\n").map { line in
            line.wholeMatch(of: /# (\w+ = .*|\[\[\w+\]\])/).map { String($0.1) } ?? String(line)
        }
        let text = lines.filter { !$0.hasPrefix("credential") }.joined(separator: "\n")
        let settings = try ConfigurationReader.settings(from: text, file: file.path)
        let office = EndpointSettings(
            name: "office",
            kind: .webhook,
            url: "https://example.org/hook",
            secretFile: "/etc/gouji/office.secret"
        )
        let accepted = AcceptedFinding(
            fingerprint: "0123456789abcdef",
            reason: "the agency explained it in its reply of 3 March",
            until: "2027-01-31"
        )
        var wanted = Settings(endpoints: [office], accepted: [accepted])
        wanted.rulesFolder = "/etc/gouji/rules.d"
        wanted.rules = [RuleSetting(rule: "identity.unknown", severity: nil, agency: Glob("青禾市*"))]
        wanted.agencies = AgencyNames([["青禾市教育体育局", "青禾市教育局", "青禾市教体局"]])
        #expect(settings == wanted)
    }

    @Test func readsEveryKey() throws {
        let settings = try ConfigurationReader.settings(
            from: """
                state = "/srv/gouji/"
                [intake]
                drop = "/srv/gouji/in"
                min_free = 0
                settle = 3
                rescan = 1.5
                max_bytes = 1000
                [message]
                language = "both"
                from = "a@b"
                to = ["c@d", "e@f"]
                [delivery]
                retry = [0, 0.5]
                [[endpoint]]
                name = "local"
                url = "http://127.0.0.1:8080/hook"
                credential = "local.key"
                wants = ["digest"]
                [[endpoint]]
                name = "plain"
                url = "http://example.org/hook"
                allow_http = true
                [[endpoint]]
                name = "box"
                kind = "maildir"
                """,
            file: "x"
        )
        #expect(settings.state == "/srv/gouji")
        #expect(
            settings.intake
                == IntakeSettings(drop: "/srv/gouji/in", minimumFree: 0, settle: 3, rescan: 1.5, maximumBytes: 1000)
        )
        #expect(settings.message == MessageSettings(language: .both, from: "a@b", to: ["c@d", "e@f"]))
        #expect(settings.delivery.retry == [0, 0.5])
        #expect(settings.endpoints.map(\.name) == ["local", "plain", "box"])
        #expect(settings.endpoints[0].credential == "local.key")
        #expect(settings.endpoints[0].wants == ["digest"])
        #expect(settings.endpoints[1].allowsHTTP)
        #expect(settings.endpoints[2].kind == .maildir)
    }

    @Test func aMissingDefaultFileMeansDefaultsAndANamedOneIsAnError() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationFile.settings(path: "/nowhere/gouji.toml", state: nil)
        }
        #expect(error?.description == "/nowhere/gouji.toml: no such file; check the name")
    }

    @Test func theStateOptionOverridesTheFile() throws {
        let folder = try TemporaryFolder()
        try folder.write("state = \"/srv/gouji\"", to: "gouji.toml")
        let file = folder.file("gouji.toml")
        #expect(try ConfigurationFile.settings(path: file, state: nil).state == "/srv/gouji")
        #expect(try ConfigurationFile.settings(path: file, state: "/tmp/other").dropFolder == "/tmp/other/drop")
    }

    @Test func aNULCharacterIsRefusedAndDoesNotEndTheFile() {
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationReader.settings(from: "\n# \0\nstate = 3", file: "x")
        }
        #expect(error?.line == 2)
    }

    @Test(arguments: [
        ("http://localhost:8080/x", true), ("http://127.0.0.1", true), ("http://[::1]:80/", true),
        ("http://127.0.0.1.example.org/", false), ("http://localhost.example.org/", false),
        ("http://127.0.0.1@example.org/", false), ("http://example.org#@127.0.0.1", false),
    ])
    func tellsALoopbackHost(_ address: String, _ isLoopback: Bool) throws {
        let endpoint = EndpointSettings(name: "x", kind: .webhook, url: address, allowsHTTP: true)
        #expect(try EndpointAddress(endpoint).isLoopback == isLoopback)
    }

    @Test(arguments: [
        "https://", "https:///path", "example.org", "file:///etc/passwd", "https://a b/",
        "http://user@127.0.0.1:80@example.org/",
    ])
    func refusesWhatIsNoAddress(_ text: String) {
        #expect(throws: EndpointError.self) {
            try EndpointAddress(EndpointSettings(name: "x", kind: .webhook, url: text))
        }
    }

    @Test func readsEveryKeyOfEndpoints() throws {
        let settings = try ConfigurationReader.settings(
            from: """
                [[endpoint]]
                name = "hook"
                url_file = "/etc/gouji/hook.url"
                secret_file = "/etc/gouji/new"
                previous_credential = "old"
                ca_file = "/etc/gouji/ca.pem"
                pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
                severities = ["error"]
                sources = ["district-?/*"]
                agencies = ["*教育局", "青禾市*"]
                years = [2021, "2023-2025"]
                language = "en"
                digest_every = 60
                burst = 0
                [endpoint.template]
                subject = "{subject}"
                text = "line"
                [[endpoint]]
                name = "mail"
                kind = "smtp"
                host = "mail.example.org"
                port = 25
                username = "gouji"
                credential = "mail"
                from = "a@b"
                to = ["c@d"]
                digest_at = ["14:00", "08:30"]
                [[endpoint]]
                name = "relay"
                kind = "smtp"
                host = "127.0.0.1"
                starttls = "none"
                [[endpoint]]
                name = "group"
                kind = "dingtalk"
                url_credential = "group.url"
                credential = "group"
                prefix = "勾稽"
                """,
            file: "x"
        )
        var hook = EndpointSettings(name: "hook", kind: .webhook, secretFile: "/etc/gouji/new")
        hook.urlFile = "/etc/gouji/hook.url"
        hook.previousCredential = "old"
        hook.tls.authorityFile = "/etc/gouji/ca.pem"
        hook.tls.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        hook.filter = EndpointFilter(
            severities: [.error],
            sources: [Glob("district-?/*")],
            agencies: [Glob("*教育局"), Glob("青禾市*")],
            years: [2021...2021, 2023...2025]
        )
        hook.language = .en
        hook.pace = EndpointPace(gathering: .every(minutes: 60), burst: 0)
        hook.template = EndpointTemplate(subject: "{subject}", text: "line")
        var mail = EndpointSettings(name: "mail", kind: .smtp, url: "smtp://mail.example.org:25", credential: "mail")
        mail.username = "gouji"
        mail.from = "a@b"
        mail.to = ["c@d"]
        mail.pace.gathering = .at([510, 840])
        var relay = EndpointSettings(name: "relay", kind: .smtp, url: "smtp://127.0.0.1:587")
        relay.tls.startTLS = .none
        var group = EndpointSettings(name: "group", kind: .dingtalk, credential: "group")
        group.urlCredential = "group.url"
        group.prefix = "勾稽"
        #expect(settings.endpoints == [hook, mail, relay, group])
    }

    @Test func theCommandSaysFileAndLine() throws {
        let folder = Refusal.root.appending(path: "unknown-key-intake")
        let result = try Tool.run(["test-config", "--config", "gouji.toml"], folder: folder)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("gouji: gouji.toml:3: unknown key setle"))
        #expect(result.errors.split(separator: "\n").count == 1)
    }
}
