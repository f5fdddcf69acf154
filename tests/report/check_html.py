#!/usr/bin/env python3
"""Opens the HTML report in a real browser, from disk, and holds what it shows against the JSON of
the same report.

    check_html.py WRITE_REPORT FOLDER         reports made by hand, written to FOLDER
    check_html.py TWOSOURCE INPUT FOLDER      what the command line makes of INPUT
    check_html.py PAGE.html REPORT.json       any report that lies there already

With --pictures, screenshots for people to look at go to the same folder.
"""
import itertools
import json
import pathlib
import subprocess
import sys
import time

from browser import Browser

problems = []
pictures = "--pictures" in sys.argv
arguments = [argument for argument in sys.argv[1:] if argument != "--pictures"]


def check(fine, what):
    if not fine:
        problems.append(what)


# What one side of the reader shows: the text of each passage, its letter, and the whole text.
READ_SIDE = """
const side = document.querySelectorAll(arguments[0] + ' .side')[arguments[1]];
const passages = {};
for (const mark of side.querySelectorAll('mark'))
  for (const index of mark.dataset.passages.split(' '))
    passages[index] = (passages[index] || '') + mark.textContent;
const ties = [...side.querySelectorAll('.tie')];
const whole = side.querySelector('.stored').cloneNode(true);
for (const tie of whole.querySelectorAll('.tie, .from')) tie.remove();
return {passages: passages,
        letters: Object.fromEntries(ties.map(t => [t.dataset.passage, t.textContent.split(' ')[1]])),
        text: whole.textContent,
        speech: [...side.querySelectorAll('.speech')].map(s => s.textContent).join('')};
"""
# Chooses two articles and reads both sides, with the stored texts: one call, as each costs a turn
# of the browser.
READ_PAIR = """
const reader = document.querySelector(arguments[0]);
arguments[1].forEach((n, i) => {
  const select = reader.querySelectorAll('select')[i];
  select.value = n;
});
reader.querySelector('select').dispatchEvent(new Event('change'));
const read = function() { %s };
return arguments[1].map((n, i) => [read(arguments[0], i),
                                   document.getElementById(`text-${n}`).textContent]);
""" % READ_SIDE


def letter_of(copy):
    if copy["furniture"]:
        return "F"
    if copy["quoted"]:
        return "Q"
    return {"verbatim": "V", "edited": "E", "reworded": "R"}[copy["kind"]]


def check_pair(browser, report, story, left, right):
    """The passages between two articles (numbers) are exactly those of the JSON, on both sides."""
    where = f"story {story}, [{left}] beside [{right}]"
    reader = f".reader[data-story='{story}']"
    browser.wait("const reader = document.querySelector(arguments[0]); reader.scrollIntoView();"
                 "return reader.querySelectorAll('select').length", reader)
    numbers = sorted((left, right))
    ids = [report["articles"][n - 1]["id"] for n in numbers]
    copies = [c for c in report["copies"] if [c["a"]["article"], c["b"]["article"]] == ids]
    for number, (shown, text) in zip((left, right),
                                     browser.run(READ_PAIR, reader, [left, right])):
        key = "a" if number == numbers[0] else "b"
        check(sorted(shown["passages"].values()) == sorted(c[key]["exact"] for c in copies),
              f"{where}: the passages of [{number}] are not those of the JSON")
        check(sorted(shown["letters"].values()) == sorted(map(letter_of, copies)),
              f"{where}: the letters of [{number}] are not those of the JSON")
        check(shown["text"] == text, f"{where}: the text of [{number}] is not the stored text")
    return len(copies)


def check_pairs(browser, report, most=20):
    """Of the first stories so many pairs, both ways round; those that share text come first."""
    seen = 0
    share = {(c["a"]["article"], c["b"]["article"]) for c in report["copies"]}
    for number, story in enumerate(report["stories"], 1):
        members = [1 + i for i, a in enumerate(report["articles"]) if a["id"] in story["articles"]]
        if len(members) < 2 or not browser.run("return !!document.getElementById(arguments[0])",
                                               f"story-{number}"):
            continue
        pairs = sorted(itertools.combinations(members, 2), key=lambda pair: tuple(
            report["articles"][n - 1]["id"] for n in pair) not in share)
        for left, right in pairs[:most]:
            check_pair(browser, report, number, left, right)
            seen += check_pair(browser, report, number, right, left)
        if number >= 3:
            break
    return seen


def check_quiet(browser, page, what):
    """No request but for the page itself, nothing in the console."""
    for address in browser.requests():
        check(address == f"file://{page}" or address.startswith(("chrome:", "data:")),
              f"{what}: the page asked for {address}")
    for complaint in browser.complaints():
        problems.append(f"{what}: console: {complaint}")


CONTRAST = """
const value = (text) => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => {
  const part = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
};
function backdrop(node) {
  for (; node; node = node.parentElement) {
    const c = value(getComputedStyle(node).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c;
  }
  return [255, 255, 255];
}
const low = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let seen = 0; seen < 5000 && walker.nextNode(); ++seen) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || !node.getClientRects().length) continue;
  if (node.closest('script, style, noscript, .skip, button:disabled')) continue;
  const style = getComputedStyle(node);
  const drawn = node.closest('svg');
  const color = value(drawn ? style.fill : style.color);
  const shape = node.matches('.first .letter') && node.parentElement.firstChild;
  const back = shape ? value(getComputedStyle(shape).fill) : backdrop(drawn || node);
  const [a, b] = [light(color), light(back)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < 4.5) low.add(`${node.className.baseVal ?? node.className} ${ratio.toFixed(2)}`);
}
return [...low];
"""

ACCESS = """
const wrong = [];
const ids = new Set();
for (const node of document.querySelectorAll('[id]')) {
  if (ids.has(node.id)) wrong.push('id ' + node.id + ' stands twice');
  ids.add(node.id);
}
for (const link of document.querySelectorAll('a[href^="#"]'))
  if (!document.getElementById(link.hash.slice(1))) wrong.push('dead link ' + link.hash);
for (const attribute of ['aria-labelledby', 'for'])
  for (const node of document.querySelectorAll(`[${attribute}]`))
    for (const id of node.getAttribute(attribute).split(' '))
      if (!document.getElementById(id)) wrong.push(`${attribute} ${id} leads nowhere`);
let last = 0;
for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
  const level = Number(heading.tagName[1]);
  if (level > last + 1) wrong.push(`heading ${heading.textContent} skips a level`);
  last = level;
}
if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
if (document.querySelectorAll('main').length !== 1) wrong.push('not one main');
if (!document.title) wrong.push('no title');
for (const node of document.querySelectorAll('button, select, a[href], summary')) {
  const label = node.labels && node.labels.length ? node.labels[0].textContent : '';
  if (!(node.getAttribute('aria-label') || label || node.textContent).trim())
    wrong.push('no name: ' + node.outerHTML.slice(0, 80));
}
for (const svg of document.querySelectorAll('svg'))
  if (svg.getAttribute('aria-hidden') !== 'true' &&
      !(svg.querySelector('title')?.textContent && svg.querySelector('desc')?.textContent))
    wrong.push('a drawing without title and description');
for (const node of document.querySelectorAll('[role=region]'))
  if (!node.getAttribute('aria-label') || node.tabIndex !== 0)
    wrong.push('a region without name or out of reach of the keyboard');
for (const table of document.querySelectorAll('table'))
  if (!table.caption || !table.querySelector('th[scope=col]'))
    wrong.push('a table without caption or column headings');
for (const node of document.querySelectorAll('.tie, .stepper button, .chooser button, select')) {
  const box = node.getBoundingClientRect();
  if (box.height < 24 || box.width < 24) wrong.push('target under 24 px: ' + node.textContent);
}
return wrong;
"""


def check_access(browser, what):
    for wrong in browser.run(ACCESS):
        problems.append(f"{what}: {wrong}")
    browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
    for scheme in ("light", "dark"):
        browser.media(prefers_color_scheme=scheme)
        for low in browser.run(CONTRAST):
            problems.append(f"{what}: contrast under 4.5 in {scheme}: {low}")
    browser.media()
    browser.run("for (const d of document.querySelectorAll('details')) d.open = false")


def check_width(browser, what):
    for width in (360, 768, 1300):
        browser.resize(width, 900)
        wide = browser.run("return document.documentElement.scrollWidth")
        check(wide <= width, f"{what}: {wide} px wide in a window of {width} px")
    browser.resize(1300, 1000)


FOCUS = "const f = document.activeElement; return [f.className, f.textContent, f.dataset.passage || '']"


def check_keyboard(browser, report):
    """From the top of the page to a passage, to its counterpart, and on, without a mouse."""
    browser.reload()  # Tab goes on from the place that was touched last, even without a focus
    browser.keys("Tab")
    check(browser.run(FOCUS)[0] == "skip", "the first Tab does not reach the skip link")
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    check(outline != "none", "the focus cannot be seen")
    browser.keys("Enter")
    check(browser.run("return document.activeElement.id") == "main", "the skip link does not skip")
    check_pair(browser, report, 1, 1, 2)
    browser.run("document.querySelector('.side').focus()")
    browser.keys("n")
    check(browser.run(FOCUS)[2] == "0", "n does not go to the first passage")
    on_left = "return !!document.activeElement.closest('.side:first-child')"
    check(browser.run(on_left), "n does not stay on the left side")
    browser.keys("Enter")
    check(browser.run(FOCUS)[2] == "0" and not browser.run(on_left),
          "Enter does not go to the counterpart")
    current = browser.run("return document.querySelectorAll('mark.current').length")
    check(current >= 2, "the current passage is not marked on both sides")
    browser.keys("s")
    chosen = browser.run("return [...document.querySelectorAll('.reader select')].map(s => s.value)")
    check(chosen[:2] == ["2", "1"], f"s does not swap the sides: {chosen[:2]}")
    browser.keys("p")


def check_links(browser):
    browser.run("document.querySelectorAll('.pairs a.read')[2].click()")
    chosen = browser.run("return [...document.querySelectorAll('.reader select')].map(s => s.value)")
    check(chosen[:2] == ["5", "6"], f"a pair's link shows {chosen[:2]}")
    check(not browser.run("return document.querySelector('.claimed')"), "a pair marks a claim")
    browser.run("document.querySelector('[data-article=\"4\"]')"
                ".dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    check(browser.run("return document.querySelector('#article-4 details').open"),
          "a click on a mark of the drawing does not unfold its article")
    browser.run("document.querySelector('#article-4 details').open = false; scrollTo(0, 0)")


SIDES = """
return [...document.querySelectorAll('.side')].map(side => {
  const marks = [...side.querySelectorAll('.claimed')];
  const box = marks[0].getBoundingClientRect(), frame = side.getBoundingClientRect();
  return [marks.map(m => m.textContent).join(''), box.top >= frame.top && box.bottom <= frame.bottom];
});
"""


def check_accounts(browser, report):
    """A way leads from both sides of a conflict to the texts, with the words that differ marked."""
    conflict = next(k for claim in report["claims"] for k in claim["conflicts"])
    browser.run("document.querySelector('.differences a.read').click()")
    for (words, seen), side in zip(browser.run(SIDES), ("a", "b")):
        check(words == conflict[side]["exact"], f"side {side} of a conflict shows {words!r}")
        check(seen, f"side {side} of a conflict is out of sight")
    shown = browser.run("return [...document.querySelectorAll('.articles mark.flag')].map(m => m.textContent)")
    check(sorted(shown) == sorted(flag["span"]["exact"] for flag in report["flags"]),
          f"the marks of flags are {shown}")
    columns = browser.run("return [...document.querySelectorAll('.matrix thead .letter')]"
                          ".map(c => c.textContent)")
    check(columns == ["A", "B", "?1", "?2"], f"the columns of the matrix are {columns}")
    browser.run("scrollTo(0, 0)")


def check_without_script(folder, report):
    with Browser(script=False) as browser:
        browser.open(folder / "example.html")
        found = browser.driver.find_element("css selector", "body").text
        for part in ("independent origins shown, at most", "fold into the agency text of",
                     "needs JavaScript", "No shared text is no proof of independence",
                     "other number", "✕ contradicts", "Four people were taken to hospital"):
            check(part in found, f"without script the page lacks: {part}")
        texts = browser.driver.find_elements("css selector", ".stored")
        check(len(texts) == len(report["articles"]), "without script some texts are missing")
        for summary in browser.driver.find_elements("css selector", ".story .articles summary"):
            summary.click()
        check("Nobody from the port wanted to comment" in
              browser.driver.find_element("css selector", "body").text,
              "without script a text cannot be unfolded")


def load(folder, name):
    return json.loads((folder / f"{name}.report.json").read_text(encoding="utf-8"))


def check_example(browser, folder):
    report = load(folder, "example")
    page = folder / "example.html"
    browser.open(page)
    check(check_pairs(browser, report) >= 9, "example: not all copies were seen")
    speech = browser.run(READ_SIDE, ".reader", 0)["speech"]
    check(speech.startswith("“") and speech.endswith("”"), f"speech is marked as {speech!r}")
    check_keyboard(browser, report)
    check_links(browser)
    check_accounts(browser, report)
    check_access(browser, "example")
    check_width(browser, "example")
    check_quiet(browser, page, "example")
    if pictures:
        take_pictures(browser, folder, page)
    return report


def take_pictures(browser, folder, page):
    """For people to look at: nothing is compared."""
    browser.open(page)
    for scheme in ("light", "dark"):
        browser.media(prefers_color_scheme=scheme)
        browser.screenshot(folder / f"report-{scheme}.png")
    browser.media(prefers_color_scheme="light")
    browser.resize(390, 900)
    browser.screenshot(folder / "report-phone.png")
    browser.resize(1300, 1000)
    browser.media("print")
    browser.screenshot(folder / "report-print.png")
    browser.media()
    browser.pdf(folder / "report.pdf")
    browser.requests()  # printing asks for pictures of its own


def check_hostile(browser, folder):
    report = load(folder, "hostile")
    page = folder / "hostile.html"
    browser.open(page)
    check(check_pairs(browser, report) == 1, "hostile: the copy was not seen")
    check("owned" not in browser.run("return document.title"), "a text changed the title")
    check(browser.run("return document.querySelectorAll('script').length") == 2,
          "a text became a script")
    check(browser.run("return document.querySelectorAll('img, b path').length") == 0,
          "a text became markup")
    for n, article in enumerate(json.loads((folder / "hostile.articles.json").read_text())["articles"]):
        shown = browser.run("return document.getElementById(arguments[0]).textContent", f"text-{n + 1}")
        check(shown == article["text"], f"hostile: the text of [{n + 1}] changed on its way")
    check_access(browser, "hostile")
    check_width(browser, "hostile")
    check_quiet(browser, page, "hostile")


def check_large(browser, folder):
    """2,000 articles, every pair of a story shares text: a reader is built when somebody comes
    near. How long that took is told, not judged."""
    page = folder / "large.html"
    start = time.monotonic()
    browser.open(page)
    browser.run("document.querySelector(\"[href='#story-30']\").click()")
    check(browser.run("return document.querySelectorAll('.chooser').length") < 5,
          "large: readers are built before anyone comes near")
    browser.run("document.querySelector('#story-30 .reader').scrollIntoView()")
    browser.wait("return document.querySelectorAll('#story-30 option').length")
    members = browser.run("return [...document.querySelectorAll('#story-30 option')].length")
    check(members == 120, f"large: the reader of story 30 offers {members} articles")
    took = time.monotonic() - start
    check_width(browser, "large")
    check_quiet(browser, page, "large")
    print(f"2,000 articles, {page.stat().st_size / 1e6:.0f} MB: open and readable in {took:.1f} s")


def check_any(page, source):
    with Browser() as browser:
        browser.open(page)
        seen = check_pairs(browser, json.loads(source.read_text(encoding="utf-8")))
        print(f"{seen} passages compared")
        check_access(browser, page.name)
        check_width(browser, page.name)
        for scheme in ("light", "dark") if pictures else ():
            browser.media(prefers_color_scheme=scheme)
            browser.screenshot(page.with_name(f"{page.stem}-{scheme}.png"))
        check_quiet(browser, page, page.name)


def main():
    if arguments[0].endswith(".html"):
        check_any(*(pathlib.Path(name).resolve() for name in arguments))
    elif len(arguments) == 3:
        folder = pathlib.Path(arguments[2]).resolve()
        subprocess.run([arguments[0], "run", arguments[1], "-q", "-o", str(folder)], check=True,
                       stdout=subprocess.DEVNULL)
        check_any(folder / "report.html", folder / "report.json")
    else:
        folder = pathlib.Path(arguments[1]).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("example", "hostile", "large"):
            subprocess.run([arguments[0], name, str(folder)], check=True)
        with Browser() as browser:
            report = check_example(browser, folder)
            check_hostile(browser, folder)
            check_large(browser, folder)
        check_without_script(folder, report)
    print("\n".join(problems) or "the page shows what the report holds")
    sys.exit(1 if problems else 0)


main()
