internal import Model

/// Whether a list leaves nothing out.
extension ListFinder {
    mutating func append(_ wholes: [Int], _ parts: [Int], _ certain: Int, isRespective: Bool) {
        for index in parts.prefix(certain) { isPart[index] = true }
        let namesOthers = items[parts[max(0, certain - 1)]].ownWords.contains(.otherItem)
        // 公开信息261条,其中网站250条次、微信130条次: whatever stands in two channels counts twice.
        let countsTwice = !items[wholes[0]].numeral.countsTimes && parts.allSatisfy { items[$0].numeral.countsTimes }
        let areRight = haveRightShares(parts, of: wholes)
        let isOpen =
            countsTwice || areRight || items[wholes[0]].isOfCorrection
            || items[parts[0]].isLooselyMarked && !namesOthers
            || parts.contains {
                items[$0].marks.isFollowedByOthers && !items[$0].sum.isRest
                    || items[$0].words.meets([.mainly, .etCetera])
            }
        let last = parts[max(0, certain - 1)]
        let namesRest = items[last].words.meets([.otherItem, .otherProcessing])
        let isMedia = parts.count { items[$0].words.meets(.media) } > 1
        lists.append(
            ClaimList(
                wholes: wholes.map { items[$0].claim },
                parts: claims(of: parts[...]),
                certain: claims(of: parts.prefix(certain)).count,
                isExhaustive: !isOpen
                    && (isRespective || namesRest || isNearlyWhole(wholes[0], parts) && !isLeftForDeeds(parts)
                        || isSlip(wholes, parts)),
                mayOverlap: isMedia && !paths.isRevised || items[parts[0]].sum.isSaidToOverlap || countsTwice
                    || sharesTraits(parts, of: wholes, areRight: areRight)
            )
        )
    }

    /// The claims that the figures make: 维持、纠正各1件 are two.
    private func claims(of parts: ArraySlice<Int>) -> [Int] {
        parts.flatMap { part in (0..<items[part].claims).map { items[part].claim + $0 } }
    }

    /// Whether a semicolon ends the list, behind which the sentence tells what was done.
    private func isLeftForDeeds(_ parts: [Int]) -> Bool {
        guard let next = parts.last.map({ $0 + 1 }), next < items.count else { return false }
        return items[next].sentence == items[next - 1].sentence && items[next].marks.isBehindSemicolon
            && turnsToDeeds(items[next], behind: parts)
    }

    /// Whether the parts come so near to the whole that they were meant to be all of it.
    private func isNearlyWhole(_ whole: Int, _ parts: [Int]) -> Bool {
        let sum = parts.reduce(Quantity(0)) { sum, part in
            (0..<items[part].claims).reduce(sum) { sum, _ in sum + (items[part].numeral.high ?? Quantity(0)) }
        }
        let total = items[whole].numeral.value ?? Quantity(0)
        let isPartition = parts.allSatisfy { items[$0].family == .means || items[$0].family == .applicant }
        if isPartition { return true }
        // 网站公开71件,其中预算信息3条,监管标准54条: papers are not what stands in them, of which each may hold several.
        if parts.allSatisfy({ items[$0].numeral.unit != items[whole].numeral.unit }) { return false }
        // 复议6件,维持4件,纠正1件: what is pending goes without saying, and each is held against the table.
        if paths.isRevised, items[parts[0]].family == .disputeOutcome { return false }
        return Self.times(sum, 10) >= Self.times(total, 8)
    }

    /// Whether one slip of the pen makes the whole of the parts' sum: a digit too many, or two neighbours swapped. So few
    /// other wholes are one slip away that a list which leaves things out hardly meets one, if the whole is large enough.
    private func isSlip(_ wholes: [Int], _ parts: [Int]) -> Bool {
        let least = [0, 0, 5, 4, 3][min(4, parts.count)]
        guard wholes.count == 1, parts.allSatisfy({ items[$0].numeral.isExact }), least > 0 || parts.count > 4,
            let whole = items[wholes[0]].numeral.value, whole.scale == 0
        else { return false }
        let sum = parts.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        guard sum.scale == 0, whole.description.utf8.count >= max(2, least) else { return false }
        return switch sum.slip(to: whole) {
        case .added, .transposed: true
        case .changed, .dropped, nil: false
        }
    }

    private static func times(_ value: Quantity, _ factor: Int) -> Quantity {
        Quantity(significand: value.significand &* factor, scale: value.scale)
    }

    /// 公开信息43条,占公开总量的19.46%(总量221条): the whole stands behind the share.
    func wholeInBracket(behind index: Int, _ part: Int) -> Int? {
        let next = index + 1
        guard next < items.count, items[next].sentence == items[index].sentence,
            items[next].depth == items[index].depth + 1, items[next].clause == items[index].clause + 1,
            items[next].role == .count, items[next].numeral.isExact,
            items[next].words.meets([.total, .shareOf]), items[next].numeral.unit == items[part].numeral.unit
        else { return nil }
        return next
    }
}
