import assert from "node:assert/strict";
import { test } from "node:test";
import { codeFor } from "../../share/pages/calls.js";

const IMPORT = "import workshop_helpers as wh";

test("what is run is built anew from the names of the calls", () => {
  const source = `# Answering\n${IMPORT}\n\nwh.begin("welcome")\nwh.assess("active-listening", occasion="before")\nwh.join()`;
  const code = `${IMPORT}\nwh.begin("welcome")\nwh.assess("active-listening", occasion="before")\nwh.join()`;
  assert.equal(codeFor(source), code);
});

test("each cell can be run without the one before it", () => {
  assert.equal(codeFor('wh.discuss("ledger")'), `${IMPORT}\nwh.discuss("ledger")`);
});

test("a cell without a call is not ours", () => {
  for (const source of ["", "\n", "# a note", IMPORT]) assert.equal(codeFor(source), undefined, source);
});

test("a comment is made of what can be seen, in any language", () => {
  assert.equal(codeFor("# Fragen, Réponses, 質問, سؤال – “so”\nwh.join()"), `${IMPORT}\nwh.join()`);
});

// Each of these ends a line for Python, for IPython or for JavaScript, or cannot be seen.
const HIDDEN =
  "\r \v \f \x1c \x1d \x1e \x1f \x00 \t \x08 \x1b \x7f \x85 \xad \u2028 \u2029 \u200b \u200e \u202e \u2066 \ufeff \ue000 \ud800";

test("nothing hides in a cell", () => {
  for (const separator of HIDDEN.split(" ")) {
    const shown = JSON.stringify(separator);
    const sources = [
      `# a note${separator}print(1)\nwh.join()`,
      `wh.join()${separator}`,
      `wh.join()${separator}print(1)`,
      `${separator}wh.join()`,
      `wh.begin("a${separator}b")`,
      `${IMPORT}${separator}print(1)\nwh.join()`,
      `${separator}\nwh.join()`,
    ];
    for (const source of sources) assert.equal(codeFor(source), undefined, `${shown} in ${JSON.stringify(source)}`);
  }
});

test("whatever is more than our calls is left alone", () => {
  const sources = [
    "print(1)",
    "wh.join(); print(1)",
    "wh.join() # a note",
    "wh.join().close()",
    "wh.join",
    "wh.__import__()",
    "wh._home()",
    'wh.load_assessment("ledger")',
    'wh.score("ledger")',
    'wh.begin("a", "b")',
    'wh.begin("a", section="b")',
    'wh.begin("a", occasion="b", occasion="c")',
    'wh.begin(f"a")',
    'wh.begin("a" "b")',
    "wh.begin('a')",
    'wh.begin("../a")',
    'wh.begin("")',
    'wh.begin("A")',
    'x = wh.begin("a")',
    " wh.join()",
    `${IMPORT}, os\nwh.join()`,
    "import workshop_helpers\nwh.join()",
    "%load_ext evil\nwh.join()",
    "!ls\nwh.join()",
    "?wh.join()",
    'wh.join()\n"""\n',
    "wh.constructor()",
    "wh.has()",
  ];
  for (const source of sources) assert.equal(codeFor(source), undefined, source);
});
