"""From a source text to a draft of its record, by rules that can be explained."""
