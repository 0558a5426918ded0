import Foundation
import Glibc
import Model
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Notify

/// A state directory, a clock that stands until it is moved, and what the deliverer logs.
final class DeliveryWorld: Sendable {
    static let start = 1_790_000_000.0

    let folder: TemporaryFolder
    let outbox: Outbox
    let log: Log
    private let time = Mutex(DeliveryWorld.start)

    init() throws {
        signal(SIGPIPE, SIG_IGN)
        folder = try TemporaryFolder()
        outbox = Outbox(folder: folder.file("outbox"))
        let path = folder.file("log")
        log = Log(threshold: .debug, descriptor: unsafe open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600))
    }

    var now: Double { time.withLock { $0 } }

    func advance(by seconds: Double) {
        time.withLock { $0 += seconds }
    }

    /// Queues what `report` needs, as the daemon would.
    func announce(_ report: Report, revision: Int = 1, to endpoints: [EndpointSettings]) throws {
        let notifier = try notifier(endpoints)
        try notifier.announce(report, archivePath: "archive/2023/x/report-\(revision).json", revision: revision)
    }

    func notifier(_ endpoints: [EndpointSettings]) throws -> Notifier {
        try Notifier(
            outbox: outbox,
            composer: MessageComposer(settings: MessageSettings()),
            endpoints: endpoints,
            clock: { self.now }
        )
    }

    /// Queues a report with an error of its own.
    func queue(_ number: Int = 1, agency: String? = nil, revision: Int = 1, to endpoint: EndpointSettings) throws {
        let report = Report.make(
            id: "sha256:\(number)",
            agency: agency,
            findings: [.make("section.missing", fingerprint: "f\(number)")]
        )
        try announce(report, revision: revision, to: [endpoint])
    }

    /// Queues `count` messages at once, without the work of writing each: copies of one, in `threads` threads.
    func fill(_ count: Int, threads: Int, to endpoint: EndpointSettings) throws {
        try outbox.prepare(endpoints: [endpoint.name])
        for number in 0..<count {
            let report = Report.make(
                id: "sha256:\(number)",
                agency: "青禾市\(number % threads)号街道办事处",
                findings: [.make("section.missing", fingerprint: "f\(number)")]
            )
            let notice = ReportNotice(
                type: .failed,
                report: report,
                archivePath: "archive/x",
                revision: number / threads + 1
            )
            let composer = MessageComposer(settings: MessageSettings())
            let message = composer.compose(.report(notice), endpoint: endpoint.name, created: Int(now))
            try outbox.enqueue(message, next: now)
        }
    }

    func deliverer(
        _ endpoints: [EndpointSettings],
        retry: [Double] = DeliverySettings().retry,
        limits: TransferLimits = TransferLimits(),
        clock: (@Sendable () -> Double)? = nil,
        onTrouble: @escaping @Sendable (EndpointTrouble) -> Void = { _ in }
    ) throws -> Deliverer {
        try Deliverer(
            outbox: outbox,
            endpoints: endpoints,
            delivery: DeliverySettings(retry: retry),
            maildir: Maildir(folder: folder.file("mail")),
            log: log,
            limits: limits,
            clock: clock ?? { self.now },
            jitter: { 1 },
            onTrouble: onTrouble
        )
    }

    func count(_ box: Outbox.Box) -> Int {
        outbox.endpoints.reduce(0) { $0 + outbox.identifiers($1, box).count }
    }

    /// Lets time pass until `condition` holds, `step` seconds with each look.
    func pass(
        _ deliverer: Deliverer,
        step: Double,
        within seconds: Double = 60,
        until condition: () -> Bool
    ) -> Bool {
        eventually(within: seconds) {
            if condition() { return true }
            advance(by: step)
            deliverer.poke()
            return false
        }
    }

    var logged: String { folder.read("log") ?? "" }

    /// Writes a secret that only its owner may read.
    func secret(_ text: String, _ name: String = "secret") throws -> String {
        try folder.write(text + "\n", to: name)
        #expect(unsafe chmod(folder.file(name), 0o600) == 0)
        return folder.file(name)
    }

    /// Makes a key and a certificate for localhost, as an authority of its own: the file with the certificate, the file
    /// with both, and the pin of the key.
    func certificate() throws -> (authority: String, both: String, pin: String) {
        let (key, authority, both) = (folder.file("key.pem"), folder.file("ca.pem"), folder.file("both.pem"))
        let script = """
            openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost \
            -addext subjectAltName=DNS:localhost -keyout \(key) -out \(authority) 2>/dev/null
            cat \(key) \(authority) > \(both)
            openssl x509 -in \(authority) -pubkey -noout | openssl pkey -pubin -outform der \
            | openssl dgst -sha256 -binary | base64
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let pin = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (authority, both, "sha256//" + pin.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}

/// A server in Python that writes what it gets as lines of JSON; it runs for as long as this lives.
final class PythonServer {
    /// 0 where what the server needs is not installed.
    let port: Int
    let log: String
    private let process = Process()

    init(_ script: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        log = NSTemporaryDirectory() + "gouji-server-" + UUID().uuidString
        process.executableURL = URL(filePath: "/usr/bin/env")
        let path = Fixture.packageRoot.appending(path: "Tests/NotifyTests/Receivers/" + script).path
        process.arguments = ["python3", path, log] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        // What a server says of handshakes that were meant to fail is no news.
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = ""
        while !line.hasSuffix("\n") {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { break }
            line += String(decoding: bytes, as: UTF8.self)
        }
        port = Int(line.dropLast()) ?? 0
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: log)
        try? FileManager.default.removeItem(atPath: log + ".down")
    }

    /// What it has got, in order.
    func records<Record: Decodable>(_ type: Record.Type = Record.self) -> [Record] {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    }

    /// Whether it closes connections at once.
    func setDown(_ isDown: Bool) throws {
        if isDown {
            try Data().write(to: URL(filePath: log + ".down"))
        } else {
            try FileManager.default.removeItem(atPath: log + ".down")
        }
    }
}

/// What `robot.py` writes down of a message.
struct RobotVisit: Decodable {
    var text: String
    var title: String?
    /// In seconds since 1970, as it was signed; 0 where nothing is signed.
    var time: Double?
    /// Nil where the robot has no secret.
    var signed: Bool?
    var bytes: Int
    var answer: String
    /// How many connections there have been so far.
    var connections: Int
    var id: String
    var hash: String
}
