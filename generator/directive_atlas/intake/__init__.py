"""From any file that somebody has on the desk to a source text: text, Markdown, HTML, DOCX, PDF."""
