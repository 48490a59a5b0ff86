// The names of the values of facets, and the interface words.
(() => {
  const RECORDS = ["actor", "topic", "directive"];

  // Words by name, with values for what stands in braces; `words.number` writes a number.
  function interfaceWords(texts, language) {
    const format = new Intl.NumberFormat(language);
    const words = (name, values = {}) =>
      (texts[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
    words.number = (value) => format.format(value);
    return words;
  }

  // For each facet { ready, load, of }: names of records are files of their own, loaded when they are needed.
  function namesOf(facets, words, language) {
    const fixed = (name, value) => {
      if (value === "-") return words("none");
      return /^\d+$/.test(value) ? value : words(`${name}.${value}`);
    };
    return Object.fromEntries(Object.entries(facets).map(([name, facet]) => [
      name,
      RECORDS.includes(name)
        ? recordNames(`finder/${name}s`, facet, words, language)
        : { ready: true, load: async () => {}, of: (value) => fixed(name, facet.values[value]) },
    ]));
  }

  function recordNames(file, facet, words, language) {
    let list = null;
    const names = {
      ready: false,
      of: (value) => list[value] ?? words("none"),
      async load() {
        const [ids, texts] = await Promise.all([atlas.load(file), atlas.load(`${file}-${language}`)]);
        facet.values ??= ids.split(" ").filter(Boolean);
        list = texts;
        names.ready = true;
        return list;
      },
    };
    return names;
  }

  atlas.give("assets/finder/names", { interfaceWords, namesOf });
})();
