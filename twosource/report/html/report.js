
// Side-by-side reading. The texts stand in the page (#text-n), the passages beside it as JSON
// (#data-n); everything from articles goes into the page as text nodes only.
"use strict";
(() => {
  const kinds = {V: "verbatim", E: "edited", R: "reworded", Q: "quoted speech", F: "site furniture",
                 N: "names and set phrases"};

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // Offsets in the data are code points; a string here is UTF-16, in which some take two units.
  function unitsOf(text) {
    if (!/[\ud800-\udfff]/.test(text)) return (offset) => offset;
    const units = [];
    for (let i = 0; i < text.length; i += text.codePointAt(i) > 0xffff ? 2 : 1) units.push(i);
    units.push(text.length);
    return (offset) => units[offset];
  }

  const texts = new Map();
  function textOf(n) {
    if (!texts.has(n)) {
      const node = document.getElementById(`text-${n}`);
      const text = node.textContent;
      const unit = unitsOf(text);
      texts.set(n, {text, language: node.lang, span: ([start, end]) => [unit(start), unit(end)]});
    }
    return texts.get(n);
  }

  // Cuts [0, length) at the borders of all spans; spans may overlap.
  function cut(length, spans) {
    const borders = new Set([0, length]);
    for (const [start, end] of spans) borders.add(start).add(end);
    return [...borders].sort((a, b) => a - b);
  }
  const within = (at, [start, end]) => start <= at && at < end;

  // Words of an edited passage that the other side does not have: what lies between its runs.
  function unequal(span, runs) {
    const gaps = [];
    let at = span[0];
    for (const run of [...runs].sort((x, y) => x[0] - y[0])) {
      if (run[0] > at) gaps.push([at, run[0]]);
      at = Math.max(at, run[1]);
    }
    if (at < span[1]) gaps.push([at, span[1]]);
    return gaps;
  }

  class Reader {
    constructor(host) {
      this.host = host;
      this.id = host.dataset.story;
      this.data = JSON.parse(document.getElementById(`data-${this.id}`).textContent);
      this.articles = new Map(this.data.articles.map((article) => [article.n, article]));
      this.pairs = new Map(this.data.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
      this.build();
      const first = this.data.pairs[0];
      this.show(first ? first.a : this.data.articles[0].n, first ? first.b : this.data.articles[1].n);
    }

    build() {
      this.selects = ["Left", "Right"].map((name, side) => {
        const select = element("select", {id: `reader-${this.id}-${side}`});
        for (const article of this.data.articles) {
          select.append(element("option", {value: article.n}, `${article.source}: ${article.headline}`));
        }
        select.addEventListener("change", () => this.show(this.chosen(0), this.chosen(1)));
        return [element("label", {for: select.id}, name, select), select];
      });
      this.swapper = element("button", {type: "button"}, "Swap sides");
      this.swapper.addEventListener("click", () => this.swap());
      this.found = element("p", {class: "found", role: "status"});
      this.place = element("span");
      this.before = element("button", {type: "button"}, "Passage before");
      this.before.addEventListener("click", () => this.step(-1));
      this.next = element("button", {type: "button"}, "Next passage");
      this.next.addEventListener("click", () => this.step(1));
      this.sides = [0, 1].map((side) => element("div", {
        class: "side", role: "region", tabindex: "0", "aria-label": side ? "Right article" : "Left article",
      }));
      this.host.replaceChildren(
        element("div", {class: "chooser"}, this.selects[0][0], this.swapper, this.selects[1][0]),
        this.found,
        element("div", {class: "stepper"}, this.before, this.next, this.place),
        element("div", {class: "sides"}, ...this.sides));
      this.host.addEventListener("keydown", (event) => this.onKey(event));
    }

    chosen(side) {
      return Number(this.selects[side][1].value);
    }

    swap() {
      this.show(this.chosen(1), this.chosen(0));
    }

    onKey(event) {
      const typing = event.target.closest("select");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = {n: () => this.step(1), p: () => this.step(-1), s: () => this.swap()}[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    }

    // `places`: in each of the two, a span that is marked as what the reader came for.
    show(left, right, places = null) {
      this.places = places;
      this.numbers = [left, right];
      this.current = 0;
      this.selects.forEach(([, select], side) => { select.value = this.numbers[side]; });
      const swapped = left > right;
      this.pair = this.pairs.get(swapped ? `${right} ${left}` : `${left} ${right}`);
      this.passages = (this.pair ? this.pair.passages : []).map((passage) => ({
        mark: passage.mark,
        words: passage.words,
        spans: swapped ? [passage.b, passage.a] : [passage.a, passage.b],
        runs: (passage.runs || []).map((r) => swapped ? [r.slice(2), r.slice(0, 2)]
                                                      : [r.slice(0, 2), r.slice(2)]),
      }));
      this.found.textContent = this.summary(swapped);
      this.sides.forEach((node, side) => this.fill(node, side));
      for (const node of this.sides) {
        const claimed = node.querySelector(".claimed");
        if (!claimed) continue;
        node.scrollTop += claimed.getBoundingClientRect().top - node.getBoundingClientRect().top - 72;
      }
      this.describePlace();
    }

    summary(swapped) {
      const [left, right] = this.numbers;
      if (left === right) return "The same article on both sides.";
      if (!this.pair) {
        return `[${left}] and [${right}] share no passage. That is no proof of independence.`;
      }
      const {a, b, how, into_a: intoA, into_b: intoB, quoted} = this.pair;
      const words = `${quoted} ${quoted === 1 ? "word" : "words"}`;
      if (!how) {
        return quoted ? `[${left}] and [${right}] share quoted speech only, ${words}.`
                      : `[${left}] and [${right}] share site furniture or set phrases only.`;
      }
      const shares = [`${intoA} of [${a}] stands in [${b}]`, `${intoB} of [${b}] stands in [${a}]`];
      if (swapped) shares.reverse();
      return `${shares.join("; ")}. ${how[0].toUpperCase()}${how.slice(1)}.` +
        (quoted ? ` Besides, ${words} of quoted speech.` : "");
    }

    fill(node, side) {
      const n = this.numbers[side];
      const source = textOf(n);
      const stored = element("div", {class: "stored", dir: "auto"});
      if (source.language) stored.lang = source.language;
      const article = this.articles.get(n);
      const speech = article.speech.map(source.span);
      const title = source.span(article.title);
      const marked = this.passages.map((passage, index) => {
        const span = source.span(passage.spans[side]);
        const runs = passage.runs.map((run) => source.span(run[side])).sort((x, y) => x[0] - y[0]);
        return {index, passage, span, gaps: runs.length ? unequal(span, runs) : []};
      });
      const letters = new Map(article.origins.map(([at, letter]) => [source.span([at, at])[0], letter]));
      const claimed = this.places ? source.span(this.places[side]) : [0, 0];
      const borders = cut(source.text.length, [
        title, claimed, ...[...letters.keys()].map((at) => [at, at]), ...speech, ...marked.map((each) => each.span), ...marked.flatMap((each) => each.gaps)]);
      let mark = null;
      for (let i = 0; i + 1 < borders.length; ++i) {
        const start = borders[i];
        const here = marked.filter((each) => within(start, each.span));
        for (const each of here) {
          if (each.span[0] === start) {
            stored.append(this.tie(each, side));
            mark = null;
          }
        }
        if (letters.has(start)) {
          stored.append(element("span", {class: "from", title: `origin ${letters.get(start)}`}, letters.get(start)));
          mark = null;
        }
        const key = here.map((each) => each.index).join(" ");
        if (!here.length) {
          mark = null;
        } else if (!mark || mark.dataset.passages !== key) {
          mark = element("mark", {class: here[0].passage.mark.toLowerCase(), "data-passages": key});
          mark.addEventListener("click", () => this.jump(here[0].index, 1 - side));
          stored.append(mark);
        }
        let piece = document.createTextNode(source.text.slice(start, borders[i + 1]));
        if (here.some((each) => each.gaps.some((gap) => within(start, gap)))) {
          piece = element("span", {class: "differs"}, piece);
        }
        if (within(start, claimed)) piece = element("span", {class: "claimed"}, piece);
        if (within(start, title)) piece = element("span", {class: "title"}, piece);
        if (speech.some((span) => within(start, span))) {
          piece = element("span", {class: "speech"}, piece);
        }
        (mark || stored).append(piece);
      }
      node.replaceChildren(element("p", {class: "meta"}, article.source), stored);
      node.scrollTop = 0;
      node.setAttribute("aria-label", `${side ? "Right" : "Left"}: ${article.source}`);
    }

    tie({index, passage}, side) {
      const label = `Passage ${index + 1} of ${this.passages.length}, ${kinds[passage.mark]}, ` +
        `${passage.words} equal words: to its counterpart in [${this.numbers[1 - side]}]`;
      const button = element("button", {
        type: "button", class: "tie", "data-passage": index, "aria-label": label,
      }, `${index + 1} ${passage.mark}`);
      button.addEventListener("click", () => this.jump(index, 1 - side));
      return button;
    }

    // Makes a passage the current one on both sides and puts the focus on its number.
    jump(index, side) {
      this.current = index + 1;
      for (const node of this.sides) {
        for (const mark of node.querySelectorAll("mark")) {
          mark.classList.toggle("current", mark.dataset.passages.split(" ").includes(String(index)));
        }
        const button = node.querySelector(`[data-passage="${index}"]`);
        node.scrollTop += button.getBoundingClientRect().top - node.getBoundingClientRect().top - 48;
      }
      this.sides[side].querySelector(`[data-passage="${index}"]`).focus({preventScroll: true});
      this.sides[side].scrollIntoView({block: "nearest"});
      this.describePlace();
    }

    step(by) {
      if (!this.passages.length) return;
      const count = this.passages.length;
      this.jump(((this.current ? this.current - 1 : by > 0 ? -1 : 0) + by + count) % count, 0);
    }

    describePlace() {
      const count = this.passages.length;
      this.before.disabled = this.next.disabled = count === 0;
      this.place.textContent = count === 0 ? "" : this.current
        ? `Passage ${this.current} of ${count}` : `${count} ${count === 1 ? "passage" : "passages"}`;
    }
  }

  const readers = new Map();
  function readerOf(story) {
    if (!readers.has(story)) {
      readers.set(story, new Reader(document.querySelector(`.reader[data-story="${story}"]`)));
    }
    return readers.get(story);
  }

  // A reader is built when it comes near: a report may have hundreds of them.
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      watcher.unobserve(entry.target);
      readerOf(entry.target.dataset.story);
    }
  }, {rootMargin: "600px"});
  const hosts = document.querySelectorAll(".reader");
  for (const host of hosts) watcher.observe(host);
  if (hosts.length) readerOf(hosts[0].dataset.story);
  document.documentElement.classList.add("scripted");
  if (hosts.length > 8) document.documentElement.classList.add("many");

  function reveal(n) {
    const item = document.getElementById(`article-${n}`);
    item.querySelector("details").open = true;
    item.scrollIntoView();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.read");
    if (link) {
      const reader = readerOf(link.dataset.story);
      const place = (words) => words.split(" ").map(Number);
      reader.show(Number(link.dataset.a), Number(link.dataset.b), link.dataset.placeA &&
        [place(link.dataset.placeA), place(link.dataset.placeB)]);
      reader.sides[0].focus({preventScroll: true});
      return;  // and the browser follows the link to the reader
    }
    const node = event.target.closest("[data-article]");
    if (node) reveal(node.dataset.article);
  });

  // Print every text that is folded away only where the reader unfolded it; but all readers.
  window.addEventListener("beforeprint", () => {
    if (hosts.length <= 8) for (const host of hosts) readerOf(host.dataset.story);
  });
})();
