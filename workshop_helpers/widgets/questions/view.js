// A form on one page: native fieldsets, radios, checkboxes, selects and number fields, nothing chosen at the start.
//
// What the form asks is the synced trait `spec`; what a person answers travels as messages only, so that it is
// never part of the widget's state, which notebooks and tools like to save.
//
//   to the kernel    ready · answer · keep · finish · agree · back · slip
//   from the kernel  state · saved · kept · unfinished · feedback · agreed · heard · slip · failed

// --- how each response format is shown, read and filled in ------------------------------------------------
// Each builder gets the question, a prefix for ids and what to call on a change. It returns the elements to
// show, `fill(value)` to put a value in (null empties it), and what else the question needs.

const formats = {
  scale(question, prefix, changed) {
    const numbered = Boolean(question.ends);
    const built = radios(
      question.values.map((value, i) => ({ value, label: question.labels[i] })),
      prefix,
      changed,
    );
    built.element.classList.add(numbered ? "wh-ruler" : "wh-scale");
    if (numbered) {
      // With their numbers, as a long ruler takes two rows on a phone and its ends are not below each other.
      const [low, high] = question.ends.map((end, i) => `${question.values.at(-i)} = ${end}`);
      built.after = h("div", { class: "wh-ends", "aria-hidden": "true" }, h("span", {}, low), h("span", {}, high));
    }
    return built;
  },

  choice(question, prefix, changed) {
    return radios(Object.entries(question.options).map(([value, label]) => ({ value, label })), prefix, changed);
  },

  choices(question, prefix, changed) {
    const boxes = new Map();
    const status = h("p", { class: "wh-hint", role: "status" });
    const chosen = () => [...boxes].filter(([, box]) => box.checked).map(([value]) => value);
    const limit = () => {
      const full = question.atMost && chosen().length >= question.atMost;
      for (const box of boxes.values()) box.disabled = full && !box.checked;
      status.textContent = full ? `That is ${question.atMost}. Untick one to choose another.` : "";
    };
    const element = h("div", { class: "wh-options" });
    for (const [value, label] of Object.entries(question.options)) {
      const box = h("input", { type: "checkbox", id: `${prefix}-${value}` });
      box.addEventListener("change", () => {
        limit();
        changed(chosen().length ? chosen() : null);
      });
      boxes.set(value, box);
      element.append(h("label", { class: "wh-option", for: box.id }, box, h("span", {}, label)));
    }
    const hint = question.atMost ? `Choose up to ${question.atMost}.` : "Choose as many as you like.";
    return {
      element,
      after: status,
      hint,
      fill(value) {
        for (const [option, box] of boxes) box.checked = Array.isArray(value) && value.includes(option);
        limit();
      },
    };
  },

  ranking(question, prefix, changed) {
    const selects = new Map();
    const status = h("p", { class: "wh-hint", role: "status" });
    const places = () =>
      Object.fromEntries([...selects].filter(([, s]) => s.value).map(([option, s]) => [option, Number(s.value)]));
    const element = h("div", { class: "wh-rows" });
    const count = Object.keys(question.options).length;
    for (const [option, label] of Object.entries(question.options)) {
      const select = h("select", { id: `${prefix}-${option}` }, h("option", { value: "" }, "–"));
      for (let place = 1; place <= count; place++) select.append(h("option", { value: place }, String(place)));
      select.addEventListener("change", () => {
        for (const [other, box] of selects) {
          if (other !== option && select.value && box.value === select.value) {
            box.value = "";
            status.textContent = `Place ${select.value} is now “${label}”; give “${question.options[other]}” another.`;
          }
        }
        changed(Object.keys(places()).length ? places() : null);
      });
      selects.set(option, select);
      element.append(h("div", { class: "wh-row" }, select, h("label", { for: select.id }, label)));
    }
    return {
      element,
      after: status,
      hint: `Put all ${count} in order: 1 comes first.`,
      fill(value) {
        for (const [option, select] of selects) select.value = value?.[option] ?? "";
      },
    };
  },

  points(question, prefix, changed) {
    const fields = new Map();
    const left = h("output", { class: "wh-left", "aria-live": "polite" });
    const points = () =>
      Object.fromEntries(
        [...fields]
          .map(([option, field]) => [option, field.value === "" ? NaN : Number(field.value)])
          .filter(([, value]) => Number.isInteger(value) && value >= 0),
      );
    const count = () => {
      const rest = question.total - Object.values(points()).reduce((sum, value) => sum + value, 0);
      left.textContent =
        rest > 0 ? `${rest} of ${question.total} left` : rest < 0 ? `${-rest} too many` : "All shared out";
      left.classList.toggle("wh-over", rest < 0);
    };
    const element = h("div", { class: "wh-rows" });
    for (const [option, label] of Object.entries(question.options)) {
      const field = h("input", {
        type: "number", id: `${prefix}-${option}`, min: 0, max: question.total, step: 1, inputmode: "numeric",
      });
      const read = () => {
        count();
        changed(Object.keys(points()).length ? points() : null);
      };
      field.addEventListener("input", read);
      // Only when somebody leaves the field: while they type, "1" may be on its way to "12".
      field.addEventListener("change", () => {
        if (field.value !== "") field.value = Math.min(question.total, Math.max(0, Math.trunc(Number(field.value))));
        read();
      });
      fields.set(option, field);
      element.append(h("div", { class: "wh-row" }, field, h("label", { for: field.id }, label)));
    }
    return {
      element,
      after: left,
      hint: `Share out ${question.total} points.`,
      fill(value) {
        for (const [option, field] of fields) field.value = value?.[option] ?? "";
        count();
      },
    };
  },

  text(question, prefix, changed) {
    const area = h("textarea", { id: `${prefix}-text`, rows: question.rows ?? 4, maxlength: question.longest, "aria-label": question.text });
    let waiting;
    const send = () => {
      clearTimeout(waiting);
      waiting = undefined;
      changed(area.value.trim() ? area.value : null);
    };
    area.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(send, 400);
    });
    const flush = () => waiting && send();
    area.addEventListener("blur", flush);
    return {
      element: area,
      flush,
      fill(value) {
        if (area !== document.activeElement) area.value = typeof value === "string" ? value : "";
      },
    };
  },
};

function radios(choices, prefix, changed) {
  const inputs = [];
  const element = h("div", { class: "wh-options" });
  for (const { value, label } of choices) {
    const input = h("input", { type: "radio", name: prefix, id: `${prefix}-${value}`, value });
    input.addEventListener("change", () => changed(value));
    inputs.push([value, input]);
    element.append(h("label", { class: "wh-option", for: input.id }, input, h("span", {}, label)));
  }
  return {
    element,
    fill(value) {
      for (const [own, input] of inputs) input.checked = own === value;
    },
  };
}

// --- one question -----------------------------------------------------------------------------------------

const SKIP = { skip: true };
const NOT_FOR_ME = { "does-not-apply": true };

class Question {
  constructor(question, number, prefix, changed) {
    this.key = question.key;
    this.value = null;
    const set = (value) => {
      this.value = value;
      this.show(null);
      this.mark();
      changed(this.key, value);
    };
    this.format = formats[question.format](question, `${prefix}-answer`, set);
    this.problem = h("p", { class: "wh-problem", id: `${prefix}-problem`, role: "alert" });
    this.ways = [];
    const way = (value, label) => {
      const box = h("input", { type: "checkbox", id: `${prefix}-${Object.keys(value)[0]}` });
      box.addEventListener("change", () => {
        this.format.fill(null);
        set(box.checked ? value : null);
      });
      this.ways.push([value, box]);
      return h("label", { class: "wh-way", for: box.id }, box, h("span", {}, label));
    };
    const hint = question.hint ?? this.format.hint;
    const legend = h("legend", {}, number ? h("span", { class: "wh-number" }, `${number}. `) : "", question.text);
    if (question.side) legend.append(h("span", { class: "wh-side" }, ` ${question.side}`));
    this.element = h(
      "fieldset",
      { class: `wh-question wh-is-${question.format}`, "aria-describedby": this.problem.id },
      legend,
      hint && h("p", { class: "wh-hint" }, hint),
      this.format.element,
      this.format.after,
      this.problem,
      question.skippable &&
        h(
          "div",
          { class: "wh-ways" },
          question.doesNotApply && way(NOT_FOR_ME, "does not apply to me"),
          way(SKIP, "skip this one"),
          question.private && h("span", { class: "wh-private" }, "stays private"),
        ),
    );
  }

  fill(value) {
    this.value = value ?? null;
    const way = this.ways.some(([own]) => same(own, this.value));
    this.format.fill(way ? null : this.value);
    this.mark();
  }

  mark() {
    for (const [own, box] of this.ways) box.checked = same(own, this.value);
  }

  show(problem) {
    this.problem.textContent = problem ?? "";
  }

  focus() {
    this.element.querySelector("input, select, textarea")?.focus();
    this.element.scrollIntoView({ block: "center" });
  }
}

function same(way, value) {
  return Boolean(value) && Object.keys(way).every((name) => value[name] === true);
}

// --- the form ---------------------------------------------------------------------------------------------

class Form {
  constructor(model, root) {
    this.model = model;
    this.spec = model.get("spec");
    this.prefix = unlike();
    this.sent = 0;
    this.touched = new Set(); // what was answered before the earlier answers came back: it counts
    settle(root);

    this.questions = this.spec.questions.map(
      (question, i) =>
        new Question(question, this.spec.numbered && i + 1, `${this.prefix}-${i}`, (key, value) => this.answer(key, value)),
    );
    this.progress = h("p", { class: "wh-progress", role: "status" });
    this.bar = h("div", { class: "wh-bar", "aria-hidden": "true" }, h("span", {}));
    this.saved = h("p", { class: "wh-saved", role: "status" });
    this.asking = h("div", { class: "wh-asking" }, ...this.questions.map((question) => question.element));
    this.telling = h("div", { class: "wh-telling", tabindex: -1, hidden: true });
    this.outcome = h("div", { class: "wh-outcome", role: "status", tabindex: -1 });
    this.back = button("Take them back", () => this.ask("back"));
    this.back.hidden = true;
    this.hiding = button("Hide my answers", () => this.hide(!this.isHidden));
    if (this.spec.finish) {
      this.asking.append(
        h("div", { class: "wh-foot" }, this.progress, this.bar, button(this.spec.finish, () => this.send("finish"), "wh-main")),
      );
    }
    if (this.spec.sensitive) this.asking.append(this.keeping());
    root.append(...this.heading(), this.asking, this.telling, this.outcome);
    if (this.spec.finish) root.append(h("div", { class: "wh-buttons wh-after" }, this.hiding, this.back));
    root.append(this.saved);
    if (this.spec.label) root.append(h("p", { class: "wh-label" }, this.spec.label));

    this.listen = (message) => this.receive(message);
    this.flush = () => this.questions.forEach((question) => question.format.flush?.());
    model.on("msg:custom", this.listen);
    window.addEventListener("pagehide", this.flush);
    this.send("ready");
  }

  close() {
    this.flush();
    window.removeEventListener("pagehide", this.flush);
    this.model.off("msg:custom", this.listen);
    clearTimeout(this.unheard);
  }

  heading() {
    const { title, minutes, introduction, rule } = this.spec;
    const time = minutes ? h("p", { class: "wh-time" }, `About ${minutes === 1 ? "1 minute" : `${minutes} minutes`}. Skip whatever you like.`) : null;
    this.about = h(
      "div",
      {},
      time,
      ...(introduction ?? []).map((paragraph) => h("p", { class: "wh-introduction" }, paragraph)),
      rule && h("p", { class: "wh-hint" }, rule),
    );
    return [title && h("h3", {}, title), this.about].filter(Boolean);
  }

  keeping() {
    this.keep = h("input", { type: "checkbox", id: `${this.prefix}-keep` });
    this.keep.addEventListener("change", () => {
      this.touched.add(this.keep);
      this.send("keep", { on: this.keep.checked });
    });
    return h(
      "div",
      { class: "wh-keep" },
      h("label", { for: this.keep.id }, this.keep, h("span", {}, "Keep these answers on this computer too")),
      h("p", { class: "wh-hint" }, "Unless you tick this, they are gone when this page is shut down."),
    );
  }

  // --- to the kernel

  send(type, more = {}, patience = 6000) {
    this.model.send({ type, ...more });
    clearTimeout(this.unheard);
    this.unheard = setTimeout(() => {
      this.saved.textContent =
        "This page is not connected, so nothing is kept. In the menu Run, choose Run All Cells, and look here again.";
      this.saved.classList.add("wh-trouble");
    }, patience);
  }

  /** Ask for something that takes a room, which may be slow to answer. */
  ask(type, more) {
    if (this.asked) return;
    this.asked = true;
    this.outcome.replaceChildren(h("p", {}, "One moment …"));
    this.send(type, more, 90_000);
  }

  answer(key, value) {
    this.touched.add(key);
    this.count();
    this.send("answer", { key, value, number: ++this.sent });
  }

  // --- from the kernel

  receive(message) {
    clearTimeout(this.unheard);
    const { type } = message;
    if (type === "agreed" || type === "failed") this.asked = false;
    if (type === "state") this.restore(message);
    else if (type === "saved" && message.number === this.sent) this.note(message);
    else if (type === "kept") {
      this.keep.checked = message.on;
      this.note(message);
    }
    else if (type === "unfinished") this.unfinished(message.problems);
    else if (type === "feedback") this.feedback(message);
    else if (type === "agreed") this.agreed(message);
    else if (type === "heard") this.tell(message.paragraphs, message.added);
    else if (type === "slip") this.slip(message);
    else if (type === "failed") this.note({ trouble: "That did not work here. What was saved before is still there." });
  }

  restore(message) {
    for (const question of this.questions) {
      if (!this.touched.has(question.key)) question.fill(message.drafts[question.key]);
    }
    if (this.keep && !this.touched.has(this.keep)) this.keep.checked = message.kept;
    this.count();
    if (!this.touched.size) this.note(message);
    if (!this.touched.size && message.added) {
      this.tell(["You have added answers to the room."], true);
      this.hide(true);
    }
  }

  note({ trouble, words, reply }) {
    this.saved.textContent = trouble ?? words ?? "";
    this.saved.classList.toggle("wh-trouble", Boolean(trouble));
    if (reply !== undefined) this.reply(reply);
  }

  count() {
    const done = this.questions.filter((question) => question.value !== null).length;
    const all = this.questions.length;
    this.progress.textContent = `${done} of ${all}`;
    this.bar.firstChild.style.width = `${(100 * done) / all}%`;
  }

  unfinished(problems) {
    let first;
    for (const question of this.questions) {
      question.show(problems[question.key]);
      if (problems[question.key]) first ??= question;
    }
    first?.focus();
  }

  reply(paragraphs) {
    this.telling.replaceChildren(...paragraphs.map((text) => h("p", {}, text)));
    this.telling.hidden = !paragraphs.length;
  }

  feedback({ paragraphs, preview, offer, added }) {
    this.telling.replaceChildren(
      h("h4", {}, "For your eyes only"),
      ...paragraphs.map((text) => h("p", {}, text)),
      button("Look at my answers again", () => this.reopen()),
      ...(preview.length ? [this.preview(preview, offer)] : offer ? [h("p", { class: "wh-hint" }, offer)] : []),
    );
    this.told = true;
    this.tell([], added);
    this.hide(false);
    this.telling.focus({ preventScroll: true });
    this.telling.scrollIntoView({ block: "nearest" });
  }

  reopen() {
    this.told = false;
    this.hide(false);
    this.questions[0].focus();
  }

  /** Put what somebody answered out of sight, for a screen that others can see, or show it again. */
  hide(on) {
    this.isHidden = on;
    this.about.hidden = on;
    this.asking.hidden = on || Boolean(this.told);
    this.telling.hidden = on || !this.told;
    this.hiding.textContent = on ? "Show my answers" : "Hide my answers";
  }

  preview(items, offer) {
    this.ticks = items.map(({ item, question, lines }, i) => {
      const tick = h("input", { type: "checkbox", checked: true, id: `${this.prefix}-tick-${i}` });
      tick.addEventListener("change", () => this.forgetCode());
      const text = h("span", {}, h("span", { class: "wh-asked" }, question), ...lines.map((line) => h("b", {}, line)));
      return { item, tick, element: h("li", {}, h("label", { for: tick.id }, tick, text)) };
    });
    return h(
      "section",
      { class: "wh-sharing", "aria-label": "What you could add to the group's picture" },
      h("h4", {}, "Add to the group's picture?"),
      h("p", {}, offer),
      h("ul", { class: "wh-preview" }, ...this.ticks.map(({ element }) => element)),
      h("p", { class: "wh-hint" }, "What you untick counts as skipped, and nobody can tell the two apart."),
      h(
        "div",
        { class: "wh-buttons" },
        button("Add the ticked answers", () => this.ask("agree", { items: this.ticked() }), "wh-main"),
        button("Add nothing", () => this.ask("agree", { items: null })),
      ),
    );
  }

  ticked() {
    return this.ticks.filter(({ tick }) => tick.checked).map(({ item }) => item);
  }

  /** Say what came of an offer, and whether there is something that can be taken back. */
  tell(paragraphs, added) {
    this.outcome.replaceChildren(...paragraphs.map((text) => h("p", {}, text)));
    this.back.hidden = !added;
  }

  agreed({ paragraphs, hat, hide, added }) {
    this.tell(paragraphs, added);
    if (hide) {
      this.hide(true);
      this.outcome.focus(); // the button that was pressed is out of sight now
    }
    if (!hat) return;
    const word = h("input", { type: "text", id: `${this.prefix}-word`, autocomplete: "off", maxlength: 40 });
    this.code = h("output", { class: "wh-code", for: word.id });
    const make = () => this.send("slip", { items: this.ticked(), word: word.value });
    word.addEventListener("keydown", (event) => event.key === "Enter" && make());
    word.addEventListener("input", () => this.forgetCode());
    this.outcome.append(
      h("div", { class: "wh-row" }, h("label", { for: word.id }, "The word for this hat"), word, button("Make my code", make)),
      this.code,
    );
  }

  /** A code that is on the screen must be the one for what is ticked now. */
  forgetCode() {
    if (this.code) this.slip({ code: null, problem: "" });
  }

  slip({ code, problem }) {
    this.code.textContent = code ?? problem;
    this.code.classList.toggle("wh-is-code", Boolean(code));
  }
}

export default {
  render({ model, el }) {
    const form = new Form(model, el);
    return () => form.close();
  },
};
