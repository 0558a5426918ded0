internal import Glibc
package import Model

/// PDF documents, through poppler's pdftotext and pdftocairo: programs of their own, because PDF is a format that bites.
package enum PDFDecoder: Decoder {
    private static let magic = Array("%PDF-".utf8)
    private static let programs = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"]
    private static let drawingPrograms = ["/usr/bin/pdftocairo", "/usr/local/bin/pdftocairo"]
    /// Letters are drawn as paths, too: about 500 kB a page.
    private static let maximumDrawing = 48 << 20
    /// Readers look for the magic in the file's beginning; some servers put a few bytes before it.
    private static let prefix = 1024

    package static func recognises(_ input: DecoderInput) -> Bool {
        if input.begins(with: magic) { return true }
        let head = input.bytes.prefix(prefix)
        guard input.name.lowercased().hasSuffix(".pdf") else { return false }
        return head.indices.contains { head[$0...].starts(with: magic) }
    }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        try outline(of: input, programs: programs)
    }

    static func outline(
        of input: DecoderInput,
        programs: [String],
        limits: ConfinedTool.Limits = ConfinedTool.Limits(outputBytes: WordBoxReader.maximumBytes)
    ) throws(Rejection) -> Outline {
        guard var tool = ConfinedTool.first(of: programs) else { throw .withoutProgram }
        tool.limits = limits
        // Word boxes in reading order, nothing cut at the crop box's edge, from standard input to standard output.
        guard let result = tool.run(["-tsv", "-enc", "UTF-8", "-", "-"], input: input.bytes) else {
            throw .programFailed
        }
        try check(result)
        return try outline(ofBoxes: result.output, drawing: { drawing(of: input) })
    }

    /// What the pages draw besides words; nil where the program is missing, or does not come to an end.
    private static func drawing(of input: DecoderInput) -> [UInt8]? {
        guard var tool = ConfinedTool.first(of: drawingPrograms) else { return nil }
        tool.limits = ConfinedTool.Limits(outputBytes: maximumDrawing)
        // A sheet on which each page has room, in its corner and as large as it is: the words' places are the lines'.
        let sheet = ["-paperw", "2400", "-paperh", "2400", "-nocenter", "-noshrink"]
        guard let result = tool.run(["-svg"] + sheet + ["-", "-"], input: input.bytes), result.status == 0 else {
            return nil
        }
        return result.output
    }

    /// The text of a document by its words' places, as `pdftotext -tsv` writes them, and by the lines around the cells of its
    /// tables, as `pdftocairo -svg` draws them.
    package static func outline(
        ofBoxes table: [UInt8],
        drawing: () -> [UInt8]? = { nil }
    ) throws(Rejection) -> Outline {
        guard let pages = WordBoxReader.pages(table) else { throw .tooManyWords }
        guard pages.contains(where: { !$0.words.isEmpty }) else { throw .onlyPicturesInPDF }
        let ruled = RuledTables(pages, drawing().map { DrawnPaths.lines($0) } ?? [])
        var writer = PDFWriter(EndlessPage(ruled.pages), ruled.tables)
        writer.write()
        return writer.builder.outline
    }

    private static func check(_ result: ConfinedTool.Result) throws(Rejection) {
        if result.isTimedOut || result.status == -Int(SIGXCPU) { throw .tooSlow }
        if result.status == -Int(SIGXFSZ) { throw .tooManyWords }
        guard result.status != 0 else { return }
        if result.message.contains("Incorrect password") { throw .encryptedPDF }
        throw result.status < 0 || result.status > 3 ? .programFailed : .damagedPDF
    }
}

extension Rejection {
    fileprivate static let withoutProgram = Rejection(
        .toolMissing,
        Finding.Message(
            zh: "读取 PDF 需要 pdftotext，但未安装；请执行 apt-get install poppler-utils poppler-data 后重试",
            en:
                "reading PDF needs pdftotext, which is not installed: apt-get install poppler-utils poppler-data, then retry"
        )
    )
    fileprivate static let onlyPicturesInPDF = Rejection(
        .unreadable,
        Finding.Message(
            zh: "PDF 只有扫描图片，没有文字层；请投放网页或带文字的文档",
            en: "the PDF holds scanned pictures only and no text: drop the page, or a document with text"
        )
    )
    fileprivate static let encryptedPDF = Rejection(
        .unreadable,
        Finding.Message(
            zh: "PDF 设有密码，无法读取；请去除密码后再投放",
            en: "the PDF is protected by a password: drop a copy without one"
        )
    )
    fileprivate static let damagedPDF = Rejection(
        .unreadable,
        Finding.Message(
            zh: "PDF 已损坏，pdftotext 无法打开；请重新下载后再投放",
            en: "the PDF is damaged and pdftotext cannot open it: fetch it again"
        )
    )
    fileprivate static let programFailed = Rejection(
        .unreadable,
        Finding.Message(
            zh: "pdftotext 无法运行、异常退出或超出内存限制；请检查 poppler-utils 是否完好，并核对该 PDF",
            en: "pdftotext could not run, broke off or ran out of its memory limit: check poppler-utils and this PDF"
        )
    )
    fileprivate static let tooSlow = Rejection(
        .unreadable,
        Finding.Message(
            zh: "pdftotext 超过时间限制仍未读完，已终止；请核对该 PDF",
            en: "pdftotext did not end within its time limit and was stopped: check this PDF"
        )
    )
    fileprivate static let tooManyWords = Rejection(
        .tooLarge,
        Finding.Message(
            zh: "PDF 的文字超过读取上限，不可能是一份年度报告；请核对投放的文件",
            en: "the PDF holds more text than any annual report: check what was dropped"
        )
    )
}
