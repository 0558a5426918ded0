internal import Model

/// Lists whose whole and whose sum are the table's, and whose parts are not.
extension SentenceSums {
    /// 不予处理5件,其中信访类3件、重复申请2件, where the table has 5 as 4 and 1: the whole is the table's and so are the rows that the
    /// parts name, with nothing left over, so that it can be no other breakdown of it.
    func areRows(_ parts: [Int], of whole: Int, _ place: Int) -> Bool {
        guard isPlain(whole) || isOfStaff(whole), case .agrees(let reading) = index.outcome(whole),
            let said = index.claims[whole].value,
            let run = run(of: place, parts, said)
        else { return false }
        let all = index.claims[whole].readings[reading]
        var cells: Set<String> = []
        var sum = Quantity(0)
        for part in run {
            guard isPlain(part), let own = index.claims[part].readings.first else { return false }
            for cell in own {
                guard Self.holds(all, cell), cells.insert(cell).inserted,
                    case .number(let value, _) = index.cells.value(at: cell)
                else { return false }
                sum = sum + value
            }
        }
        return sum == said
    }

    /// 工作人员96人,其中专职21人,兼职75人: the form has the three, and the text the form's whole.
    private func isOfStaff(_ whole: Int) -> Bool {
        let claim = index.claims[whole]
        return claim.readings == [["statistics.staff.count"]] && claim.doubt == .company && claim.scope == nil
            && claim.value.map { $0 > Quantity(9) } ?? false
    }

    /// The figures around one that make up the whole together.
    private func run(of place: Int, _ parts: [Int], _ whole: Quantity) -> [Int]? {
        var run: [Int] = []
        var sum = Quantity(0)
        for part in parts {
            run.append(part)
            sum = sum + (index.claims[part].value ?? Quantity(0))
            guard sum == whole else { continue }
            if run.contains(place) { return run.count > 1 ? run : nil }
            run = []
            sum = Quantity(0)
        }
        return nil
    }

    /// Whether nothing leaves open what it counts.
    func isPlain(_ place: Int) -> Bool {
        let claim = index.claims[place]
        return claim.doubt == nil && claim.scope == nil && !claim.isPart && !claim.isQualified && !claim.isDenial
    }

    private static let inFlow: Set<Substring> = ["received", "carried_in", "processed_total", "carried_out"]

    /// Whether a cell is one of those that make up the others: 自然人 of a row's total, 当面申请 of 收到申请, 予以公开 of 总计.
    private static func holds(_ all: [String], _ cell: String) -> Bool {
        if all.contains(cell) { return true }
        let own = cell.split(separator: ".")
        guard own.count > 2, let column = own.last else { return false }
        return all.contains { path in
            let other = path.split(separator: ".")
            guard other.count > 2, other[0] == own[0] else { return false }
            if own[0] == "statistics" { return other.count < own.count && own.starts(with: other.dropLast()) }
            if other.last == "total", other.dropLast() == own.dropLast() { return true }
            return path == "applications.processed_total.total" && column == "total" && !inFlow.contains(own[1])
        }
    }
}
