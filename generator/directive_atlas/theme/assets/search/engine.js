// The search without its dialog: answers queries, and finds their words in a text.

class SearchEngine {
  #numbers;
  #candidates;
  #rank;
  #endpoint;

  /** @param {SearchManifest} manifest */
  constructor(manifest) {
    const index = new SearchIndex(manifest);
    this.#numbers = new SearchNumbers(manifest.numbers);
    this.text = new SearchText(manifest.text);
    this.text.learn(manifest.folded);
    this.query = new SearchQuery(this.text, this.#numbers);
    this.marks = new SearchMarks(this.text, this.#numbers);
    this.#candidates = new SearchCandidates(this.text, this.query, index);
    this.#rank = new SearchRank(this.text, this.#numbers, index, this.#candidates);
    this.#endpoint = manifest.endpoint ? new SearchEndpoint(manifest.endpoint, index) : null;
  }

  static async open() {
    /** @type {SearchManifest} */
    const manifest = await atlas.load("search/index");
    if (manifest.endpoint) await atlas.run("assets/search/endpoint");
    return new SearchEngine(manifest);
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
   * The same, but the engine of the site is asked first, if it has one; unless something that it finds has the
   * whole query, it is answered here.
   * @param {string} words
   * @param {string} [kind]
   * @param {boolean} [all] This is always answered here.
   */
  async ask(words, kind = "", all = false) {
    const found = all ? null : await this.#endpoint?.documents(this.query.plan(words), kind);
    if (!found) return this.find(words, kind, all);
    const candidates = new SearchCandidates(this.text, this.query, found.source);
    const rank = new SearchRank(this.text, this.#numbers, found.source, candidates);
    const answer = await rank.find(words, kind);
    if (!answer.isWhole) return this.find(words, kind);
    return { ...answer, total: found.areAll ? answer.total : null };
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
