"""Two editions of a text compared, sentence by sentence, with what rests on each sentence."""
