// The texts of rows, loaded by the file.

/**
 * @typedef {object} FinderTextShard  A file finder/rows-….
 * @property {[string, MarkedText, MarkedText, Record<string, MarkedText>?][]} rows Of each row its id, title and time,
 *   and by their days the times of bodies that are due on others.
 * @property {[string, MarkedText][]} directives Of each directive of these rows its id and title.
 */

/**
 * @typedef {object} RowTexts
 * @property {string} id
 * @property {MarkedText} title
 * @property {MarkedText} when
 * @property {Record<string, MarkedText>} otherwise
 * @property {string} directive
 * @property {MarkedText} directiveTitle
 */

class FinderTexts {
  /** @type {Map<number, FinderTextShard>} */
  #shards = new Map();
  #size;
  #directiveOf;

  /** @param {FinderIndex} index @param {FinderTable} table */
  constructor(index, table) {
    this.#size = index.textRows;
    this.#directiveOf = table.directives.ofRow;
  }

  /** @param {number} row */
  #shardOf(row) {
    return Math.floor(row / this.#size);
  }

  /**
   * Loads the texts of rows; each file once.
   * @param {Iterable<number>} rows
   */
  async need(rows) {
    const wanted = new Set(Array.from(rows, (row) => this.#shardOf(row)));
    const missing = [...wanted].filter((shard) => !this.#shards.has(shard));
    await Promise.all(
      missing.map(async (shard) => {
        this.#shards.set(shard, await atlas.load(`finder/rows-${atlas.language}/${shard}`));
      }),
    );
  }

  /**
   * The texts of a row, if they are loaded.
   * @param {number} row
   * @returns {RowTexts | null}
   */
  of(row) {
    const number = this.#shardOf(row);
    const shard = this.#shards.get(number);
    if (!shard) return null;
    const first = number * this.#size;
    const [id, title, when, otherwise = {}] = shard.rows[row - first];
    const [directive, directiveTitle] = shard.directives[this.#directiveOf[row] - this.#directiveOf[first]];
    return { id, title, when, otherwise, directive, directiveTitle };
  }
}
