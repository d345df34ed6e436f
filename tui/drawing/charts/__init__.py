"""Pictures of progress, drawn as text: pure functions of plain data and a width, for screens and plain mode alike."""
