internal import ArgumentParser
internal import Notify
internal import Platform

/// `gouji sink`: a webhook receiver for trying things out.
struct SinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sink",
        abstract: "Receives webhooks on 127.0.0.1 and prints the messages, for trying things out.",
        discussion: """
            Answers 200 to a message, 401 where a secret is given and the signature does not fit it, 503 to the requests \
            that it is to refuse. Prints its address first, and runs until it is stopped.
            """
    )

    @Option(help: ArgumentHelp("The port; 0 lets the system choose.", valueName: "n"))
    var port = 8765

    @Option(help: ArgumentHelp("How many requests are refused before the first is taken.", valueName: "n"))
    var fail = 0

    @Option(help: ArgumentHelp("The file with the secret (whsec_…) that signatures are checked by.", valueName: "file"))
    var secretFile: String?

    func validate() throws {
        if UInt16(exactly: port) == nil { throw ValidationError("--port must be from 0 to 65535") }
        if fail < 0 { throw ValidationError("--fail must not be negative") }
    }

    func run() throws {
        let receiver = try WebhookReceiver(port: UInt16(port), refusals: fail, secrets: try secrets())
        try Console.line("listening on http://127.0.0.1:\(receiver.port)/")
        var failure: Failure?
        receiver.run { visit in
            do throws(Failure) {
                try Console.line(visit.text)
            } catch {
                failure = error
                receiver.stop()
            }
        }
        if let failure { throw failure }
    }

    private func secrets() throws -> [WebhookSecret] {
        guard let secretFile else { return [] }
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: secretFile, atMost: 4096)
        } catch {
            throw Failure("\(secretFile): \(error.remedy)")
        }
        guard let secret = WebhookSecret(String(decoding: bytes, as: UTF8.self)) else {
            throw Failure("\(secretFile): holds no secret; write whsec_ and base64 into it")
        }
        return [secret]
    }
}
