// What chrono-node or Recognizers-Text find in texts, for time.py: reads the documents as JSON from
// a file, writes what was found and the processor time. Values in TIMEX3 as near as they give them.
const fs = require("fs");
const [tool, input, output] = process.argv.slice(2);
const documents = JSON.parse(fs.readFileSync(input, "utf-8"));
const two = (number) => String(number).padStart(2, "0");

function chronoTimes(chrono, text, said) {
  return chrono.parse(text, said).map((result) => {
    const start = result.start;
    const has = (part) => start.isCertain(part);
    let value = String(start.get("year"));
    if (!(has("year") && !has("month") && !has("day"))) value += "-" + two(start.get("month"));
    const onlyMonth = has("month") && !has("day");
    if (value.length > 4 && !onlyMonth) value += "-" + two(start.get("day"));
    if (has("hour")) value += "T" + two(start.get("hour"));
    if (has("hour") && has("minute")) value += ":" + two(start.get("minute"));
    return [result.index, result.index + result.text.length, value];
  });
}

function recognizersTimes(suite, text, said) {
  const found = suite.recognizeDateTime(text, suite.Culture.English, undefined, said);
  return found.map((result) => {
    const first = ((result.resolution && result.resolution.values) || [])[0] || {};
    const value = first.type === "date" && first.value ? first.value : first.timex || "";
    return [result.start, result.end + 1, value];
  });
}

const library = require(
  tool === "chrono-node" ? "chrono-node" : "@microsoft/recognizers-text-suite");
const read = tool === "chrono-node" ? chronoTimes : recognizersTimes;
const begin = process.cpuUsage();
const found = documents.map((each) =>
  read(library, each.text, new Date(each.created.slice(0, 10) + "T12:00:00")));
const used = process.cpuUsage(begin);
fs.writeFileSync(output, JSON.stringify({ seconds: (used.user + used.system) / 1e6, found }));
