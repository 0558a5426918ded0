package enum ValidatePlaceholder {}
