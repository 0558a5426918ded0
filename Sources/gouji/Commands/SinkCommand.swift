internal import ArgumentParser
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
        if !(0...65_535).contains(port) { throw ValidationError("--port must be from 0 to 65535") }
        if fail < 0 { throw ValidationError("--fail must not be negative") }
    }

    func run() throws {
        let check = try signatureCheck()
        let server = try SinkServer(port: port)
        try Console.line("listening on http://127.0.0.1:\(server.port)/")
        var refusals = fail
        while true {
            try server.serve { request in
                let answer = Self.answer(request, check, &refusals, now: Clock.realtime())
                try Console.line("\(Clock.timestamp()) \(answer.text)")
                return answer.status
            }
        }
    }

    private func signatureCheck() throws -> SignatureCheck? {
        guard let secretFile else { return nil }
        let bytes = try InputFile.bytes(of: secretFile, atMost: 4096)
        guard let check = SignatureCheck(secret: String(decoding: bytes, as: UTF8.self)) else {
            throw Failure("\(secretFile): holds no secret; write whsec_ and base64 into it")
        }
        return check
    }

    /// What a request is answered with, and what is printed of it.
    static func answer(
        _ request: HTTPRequest,
        _ check: SignatureCheck?,
        _ refusals: inout Int,
        now: Double
    ) -> (status: String, text: String) {
        let id = Column.printable(request.fields["webhook-id"] ?? "without webhook-id")
        guard request.method == "POST" else { return ("405 Method Not Allowed", "405 \(id): not a POST") }
        if refusals > 0 {
            refusals -= 1
            return ("503 Service Unavailable", "503 \(id): refused, \(refusals) more to refuse")
        }
        if let complaint = check?.complaint(about: request, now: now) {
            return ("401 Unauthorized", "401 \(id): \(complaint)")
        }
        let signature = check == nil ? "signature not checked" : "signature right"
        guard let message = SinkMessage(request.body) else { return ("400 Bad Request", "400 \(id): no message") }
        return ("200 OK", "200 \(id) \(Column.printable(message.type)) (\(signature))\n\(message.text)")
    }
}
