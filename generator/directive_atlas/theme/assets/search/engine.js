// The search without its dialog: answers queries, and finds their words in a text.

class SearchEngine {
  #candidates;
  #rank;

  /** @param {SearchManifest} manifest */
  constructor(manifest) {
    const numbers = new SearchNumbers(manifest.numbers);
    const index = new SearchIndex(manifest);
    this.text = new SearchText(manifest.text);
    this.text.learn(manifest.folded);
    this.query = new SearchQuery(this.text, numbers);
    this.marks = new SearchMarks(this.text, numbers);
    this.#candidates = new SearchCandidates(this.text, this.query, index);
    this.#rank = new SearchRank(this.text, numbers, index, this.#candidates);
  }

  static async open() {
    return new SearchEngine(await atlas.load("search/index"));
  }

  /**
   * The answer to a query, of one kind if that is asked for.
   * @param {string} words
   * @param {string} [kind]
   * @param {boolean} [all] All that has the whole query, in place of the best.
   */
  find(words, kind, all) {
    return this.#rank.find(words, kind, all);
  }

  /**
   * Records whose names begin as a query does, for where nothing has it.
   * @param {string} words
   */
  near(words) {
    return this.#rank.near(words);
  }

  /**
   * The keys of all tasks and measures that have every word of a query, with the tasks of those measures.
   * @param {string} words
   */
  matching(words) {
    return this.#candidates.matching(words);
  }

  /**
   * Whether these are found by their sound, and not by the words.
   * @param {string} words
   */
  isOfSound(words) {
    return this.#candidates.isOfSound(words);
  }
}
