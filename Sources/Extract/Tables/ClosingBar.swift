internal import Model

extension Flow {
    /// Whether a bar on a line of its own closes the cell of a value, as a tool writes it that begins a line behind each cell.
    /// It is asked of the text, as the bar behind a row's last value may be none of the row's slots.
    func hasClosingBar(behind slot: Slot) -> Bool {
        guard let next = slot.piece.map({ $0 + 1 }), next < pieces.count else { return false }
        return pieces[next].kind == .perhapsBlank && pieces[next].gap == .line
    }
}
