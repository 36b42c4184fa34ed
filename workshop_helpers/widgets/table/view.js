// A table from a survey tool: choose the file, say which column holds which question, see the picture. The page gets
// the headings of the table, and of its rows only whether they can be read.
//
//   to the kernel    file, with its bytes beside it · columns · draw · forget
//   from the kernel  read · checks · picture · refused · forgotten · gone · failed

const WAYS = { one: "in one column", options: "in a column for each option", places: "in a column for each place" };
const LONGEST_HEADING = 90;

class TablePage extends Gathering {
  constructor(model, root) {
    super(model, root, "A table from a survey tool");
    this.largest = model.get("spec").largest;
    this.file = h("input", { type: "file", id: unlike(), accept: ".csv,.tsv,.tab,.txt,text/csv" });
    this.first = h("div", {},
      h("h4", { tabindex: "-1" }, "Choose the file"),
      ...this.chooser(),
      h("div", { class: "wh-row" }, h("label", { for: this.file.id }, "The table, a CSV file"), this.file),
      h("p", { class: "wh-hint" }, "One row for each person, one row of headings above them. Take out names, e-mail addresses, IP addresses and times before you choose it: they are not needed."),
      h("p", { class: "wh-hint" }, "The file goes to this notebook's memory, for half an hour at most, and is written nowhere. But whoever holds the file can read every row. So delete it when you have the picture."),
      h("div", { class: "wh-buttons" }, button("Read the file", () => this.readFile(), "wh-main")));
    this.begin();
  }

  /** The first step, with nothing read. */
  begin() {
    this.file.value = "";
    this.choose();
    this.step(this.first);
  }

  async readFile() {
    const [chosen] = this.file.files;
    if (!chosen) {
      this.say("Choose a file first.", true);
      return this.file.focus();
    }
    if (chosen.size > this.largest) return this.say(`The file is larger than ${Math.floor(this.largest / 2 ** 20)} MB. Take out the columns that are not needed, and choose it again.`, true);
    this.say("The file is being read.");
    try {
      this.ask("file", { pool: this.choice.value }, [await chosen.arrayBuffer()]);
    } catch {
      this.say("The file cannot be read. Choose it once more.", true);
    }
  }

  // --- which column holds which question

  read({ headings, telling, rows, needed, small, questions, columns }) {
    this.headings = headings;
    this.telling = new Set(telling);
    this.rows = rows;
    this.needed = needed;
    this.small = smallCircle();
    this.small.element.hidden = !small;
    this.small.box.addEventListener("change", () => this.judge());
    this.asked = questions.map((question, place) => new AskedColumns(question, place + 1, columns[question.key], this));
    this.reason = h("p", { class: "wh-hint", id: unlike() });
    this.sure = new Sure();
    this.go = button("Draw the picture", () => this.sure.ask(
      `${people(rows)} answered: does that match? The table is then forgotten here.`, "Yes, draw it", "Not yet", this.go, () => this.draw()), "wh-main");
    this.go.setAttribute("aria-describedby", this.reason.id);
    const found = questions.filter(({ key }) => columns[key]).length;
    this.step(h("div", {},
      h("h4", { tabindex: "-1" }, this.part.title),
      h("p", { class: "wh-count" }, `${people(rows)} in the table`),
      h("p", {}, `Columns were found for ${found} of ${questions.length} questions, by their headings. Look through them, and change what is wrong.`),
      this.warning(),
      ...this.asked.map(({ element }) => element),
      this.small.element, this.reason,
      h("div", { class: "wh-buttons" }, this.go, button("Choose another file", () => this.forget())),
      this.sure.element));
    this.say("");
    this.changed();
  }

  warning() {
    if (!this.telling.size) return false;
    const names = [...this.telling].map((place) => `“${shortened(this.headings[place])}”`).join(", ");
    return h("div", { class: "wh-note" }, h("p", {}, `These columns may tell who somebody is, or when they answered: ${names}. They are not used. Delete them from the file, and from where it came from.`));
  }

  /** The columns as they stand now, and the kernel's word on them. */
  get columns() {
    return Object.fromEntries(this.asked.filter(({ used }) => used).map(({ question, way, places }) => [question.key, { way, places }]));
  }

  changed() {
    this.number = (this.number ?? 0) + 1;
    this.sure.calm();
    this.go.disabled = true;
    this.ask("columns", { columns: this.columns, number: this.number });
  }

  checks({ checks, number }) {
    if (number !== this.number) return; // another one is on its way
    for (const each of this.asked) each.tell(checks[each.question.key]);
    this.judge();
  }

  /** Whether there can be a picture, and if not, why. */
  judge() {
    const needed = this.small.box.checked ? 6 : this.needed;
    const left = this.asked.filter(({ used }) => !used).length;
    const wrong = this.asked.filter(({ used, fine }) => used && !fine).length;
    const why = this.rows < needed ? `A picture needs ${people(needed)}.`
      : left === this.asked.length ? "Choose the columns of the questions that were asked."
      : wrong ? `${questionsOf(wrong)} cannot be read yet. Mend the file, or choose “not asked”.`
      : "";
    this.go.disabled = Boolean(why);
    this.reason.textContent = why || (left ? `${questionsOf(left)} not asked: the picture counts everybody as skipping there.` : "Every question can be read.");
  }

  draw() {
    this.say("The picture is being drawn.");
    this.ask("draw", { columns: this.columns, small: this.small.box.checked });
  }

  picture(message) {
    this.showPicture(message, `${people(this.rows)} are in it. The table is forgotten here. Whoever holds the file can still read every row, so delete it now.`);
  }

  forget() {
    this.tell("forget");
    this.begin();
    this.say("The table is forgotten.");
  }
}

/** One question, and the columns that it stands in. */
class AskedColumns {
  constructor(question, number, proposed, page) {
    this.question = question;
    this.page = page;
    this.rows = h("div", { class: "wh-rows" });
    this.words = h("p", { class: "wh-check", id: unlike() });
    this.choice = h("select", { id: unlike(), class: "wh-wide" }, ...Object.keys(question.ways).map((way) => h("option", { value: way }, WAYS[way])));
    this.choice.value = proposed?.way ?? "one";
    this.choice.addEventListener("change", () => {
      this.fill();
      this.changed();
    });
    this.element = h("fieldset", { class: "wh-question" },
      h("legend", {}, h("span", { class: "wh-number" }, `${number}. `), question.text, question.side && h("span", { class: "wh-side" }, question.side)),
      Object.keys(question.ways).length > 1 && h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "It stands in the table"), this.choice),
      this.rows,
      this.alike = h("p", { class: "wh-hint" }, proposed?.alike && "The heading is only alike. Look whether it is the same question."),
      this.words);
    this.fill(proposed?.places);
  }

  get way() {
    return this.choice.value;
  }

  get places() {
    return this.selects.map(({ value }) => (value === "" ? null : Number(value)));
  }

  get used() {
    return this.places.some((place) => place !== null);
  }

  changed() {
    this.alike.textContent = "";
    this.page.changed();
  }

  /** A list of columns for each part of the question, as it stands in the table. */
  fill(places = []) {
    this.selects = this.question.ways[this.way].map((_, part) => this.list(this.way === "one" ? "not asked" : "no column", places[part]));
    this.rows.replaceChildren(...this.selects.map((select, part) =>
      h("div", { class: "wh-row" }, h("label", { for: select.id }, this.question.ways[this.way][part] || "Column"), select)));
  }

  list(none, chosen) {
    const option = (place) => h("option", { value: place }, `${place + 1}: ${shortened(this.page.headings[place])}`);
    const all = this.page.headings.map((_, place) => place);
    const others = all.filter((place) => this.page.telling.has(place));
    const select = h("select", { id: unlike(), class: "wh-wide", "aria-describedby": this.words.id },
      h("option", { value: "" }, none),
      ...all.filter((place) => !this.page.telling.has(place)).map(option),
      others.length > 0 && h("optgroup", { label: "May tell who or when" }, ...others.map(option)));
    select.value = chosen ?? "";
    select.addEventListener("change", () => this.changed());
    return select;
  }

  tell(check) {
    this.fine = Boolean(check?.fine);
    const words = check?.words ?? "";
    if (this.words.textContent !== words) this.words.textContent = words;
    this.words.classList.toggle("wh-problem", Boolean(check) && !this.fine);
  }
}

const people = (number) => (number === 1 ? "1 person" : `${number} people`);
const questionsOf = (number) => (number === 1 ? "1 question" : `${number} questions`);
const shortened = (heading) => (heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)} …` : heading);

export default {
  render({ model, el }) {
    const page = new TablePage(model, el);
    return () => page.stop();
  },
};
