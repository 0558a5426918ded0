import Model
import Platform

extension QuarantineNotice {
    /// The text about a file of which no report could be made.
    func blocks(_ tongue: Tongue) -> [Block] {
        [
            .lead(tongue("文件未能作为年度报告读取，已隔离。", "A file could not be read as an annual report and is in quarantine.")),
            .paragraph(tongue(rejection.message).clipped(600)),
            .facts(
                [
                    tongue.fact("来源", "Source", ReportName.source(source)),
                    tongue.fact("网址", "Address", source.url?.clipped(300)),
                    tongue.fact("字节数", "Bytes", String(source.bytes)),
                    tongue.fact("原因代码", "Reason", rejection.code.rawValue),
                    tongue.fact("行", "Line", rejection.line.map(String.init)),
                    tongue.fact("开头", "Begins", rejection.excerpt?.clipped(200)),
                    tongue.fact("隔离于", "Now at", FileName.printable(path).clipped(300)),
                    tongue.fact("校验", "Bytes' hash", id),
                ].compactMap { $0 }
            ),
            .heading(tongue("怎么办", "What to do")),
            .list([
                tongue(
                    "不是年度报告的，无需处理；是年度报告的，重新抓取后再次投放。",
                    "Nothing, if it is no annual report; else fetch it again and drop it again."
                ),
                tongue("原因排除后，运行 gouji retry 使其重新进入处理。", "Once the cause is gone, gouji retry takes it in again."),
            ]),
        ]
    }

    /// The subject, without its tag.
    func subject(_ tongue: Tongue) -> String {
        let name = ReportName.source(source).clipped(80)
        return tongue("无法读取：\(name)", "cannot be read: \(name)")
    }
}

extension DegradedNotice {
    /// The text about trouble of the daemon's own.
    func blocks(_ tongue: Tongue) -> [Block] {
        [
            .lead(lead(tongue)),
            .paragraph(tongue(message).clipped(1000)),
            .facts(
                [tongue.fact("故障", "Trouble", code), tongue.fact("始于", "Since", since)].compactMap { $0 }
            ),
            .heading(tongue("怎么办", "What to do")),
            .list([
                tongue("运行 gouji status 和 journalctl -u gouji 查看详情。", "See gouji status and journalctl -u gouji."),
                tongue(
                    "故障排除后，守护进程自行恢复；投放的文件不会丢失。",
                    "It goes on by itself once that is mended; no dropped file is lost."
                ),
            ]),
        ]
    }

    /// The subject, without its tag.
    func subject(_ tongue: Tongue) -> String {
        if let title { return tongue(title).clipped(120) }
        return tongue("守护进程异常：\(code.clipped(60))", "the daemon is degraded: \(code.clipped(60))")
    }

    private func lead(_ tongue: Tongue) -> String {
        guard let title else { return tongue("守护进程不能正常工作。", "The daemon cannot do its work as it should.") }
        return tongue(title).clipped(120) + tongue("。", ".")
    }
}

/// The text of a message that only tries out whether one arrives.
enum TrialLetter {
    static func blocks(_ tongue: Tongue) -> [Block] {
        [
            .lead(tongue("这是一条测试消息。", "This is a message for trying things out.")),
            .paragraph(
                tongue(
                    "收到它，说明该接收端的地址、签名和网络都没有问题。",
                    "That it arrives shows that address, signature and network are right."
                )
            ),
        ]
    }

    /// The subject, without its tag.
    static func subject(_ tongue: Tongue) -> String { tongue("测试消息", "a test message") }
}
