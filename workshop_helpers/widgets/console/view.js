// The facilitator's console. The room's link and key come and go as messages, and are never part of the widget's state.
//
//   to the kernel    ready · made · line · seats · small · open · close · rehearse · reveal · end
//   from the kernel  room · again · pools · picture · words · not-ended · done · failed

class Console {
  constructor(model, root) {
    this.model = model;
    const { pages, agendas } = model.get("spec");
    this.pages = pages;
    this.agendas = agendas;
    this.parts = new Map(this.pages.flatMap(({ parts }) => parts.map((part) => [part.pool, part])));
    this.cards = new Map();
    this.seen = new Map();
    this.receive = this.receive.bind(this);
    const say = this.say.bind(this);

    settle(root, "wh-leading", "wh-console");
    this.news = h("p", { class: "wh-saved", role: "status" });
    this.trouble = h("p", { class: "wh-note wh-problem", role: "alert" });
    this.opening = new Opening({ made: (room) => this.send("made", room), line: (line) => this.send("line", { line }), say });
    this.room = h("div", { hidden: true }, this.invitation(), this.people(), this.plan(), this.chooser(), this.list = h("div", { class: "wh-pools" }), this.ending());
    root.append(h("h3", {}, "The room"), this.opening.element, this.room, h("div", { class: "wh-telling" }, this.news, this.trouble));
    model.on("msg:custom", this.receive);
    this.send("ready", { here: server()?.address ?? null });
  }

  stop() {
    clearTimeout(this.unheard);
    this.agenda?.close();
    this.model.off("msg:custom", this.receive);
  }

  // --- the parts of a room

  invitation() {
    this.qr = h("img", { class: "wh-qr", alt: "" });
    this.link = h("p", { class: "wh-link" });
    this.code = h("p", { class: "wh-letters" });
    this.onlyHere = h("div", { class: "wh-note", hidden: true },
      h("p", {}, h("b", {}, "Only this computer can reach this room."), " That is fine for a rehearsal. For people with computers of their own, end this room, and start one in a terminal with this computer's number in the network:"),
      h("pre", {}, ".venv/bin/workshop room --host 192.168.1.20 --seats 12"));
    const board = h("div", { class: "wh-invitation" },
      h("div", { class: "wh-scan" }, this.qr, h("p", { class: "wh-hint" }, "The join link, for a camera")),
      h("div", { class: "wh-by-hand" },
        h("p", {}, "On the page “Welcome”, under “Your room”, paste this join link:"),
        this.link,
        (this.use = h("p", { class: "wh-hint" })),
        this.code));
    return h("div", {}, this.onlyHere, board,
      h("div", { class: "wh-buttons" },
        button("Copy the link", () => this.copy()),
        button("Show this large", () => large(board, this.say.bind(this)))));
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.link.textContent);
      this.say("The link is copied.");
    } catch {
      getSelection().selectAllChildren(this.link);
      this.say("Your browser does not let this page copy. The link is marked: press Ctrl and C together.");
    }
  }

  people() {
    this.seats = peopleField("");
    const change = () => {
      const seats = people(this.seats);
      if (seats === null) this.say("Type a whole number of people.", true);
      else this.send("seats", { seats });
    };
    this.seats.addEventListener("keydown", (event) => event.key === "Enter" && change());
    ({ box: this.small, element: this.circle } = smallCircle());
    this.small.addEventListener("change", () => this.send("small", { on: this.small.checked }));
    return h("div", { class: "wh-people" },
      h("div", { class: "wh-row" }, h("label", { for: this.seats.id }, "People in the room"), this.seats, button("Change", change)),
      this.circle);
  }

  /** The agenda that the facilitator follows, if any, with its clock. */
  plan() {
    const memory = new TabMemory("workshop-agenda");
    const place = h("div", { class: "wh-agenda" });
    const choice = h("select", { id: unlike(), class: "wh-wide" }, h("option", { value: "" }, "None"),
      ...this.agendas.map(({ id, title }) => h("option", { value: id }, title)));
    const follow = () => {
      this.agenda?.close();
      place.replaceChildren();
      const chosen = this.agendas.find(({ id }) => id === choice.value);
      this.agenda = chosen && new Agenda(chosen, place, { along: (part) => this.toOpen(part), folded: true });
    };
    choice.value = this.agendas.some(({ id }) => id === memory.read()) ? memory.read() : "";
    choice.addEventListener("change", () => {
      memory.write(choice.value);
      follow();
    });
    follow();
    return h("div", { class: "wh-planning" },
      h("div", { class: "wh-row" }, h("label", { for: choice.id }, "Agenda to follow"), choice),
      place);
  }

  /** The self-assessments on the page that a part of the agenda is about, as buttons that choose them. */
  toOpen({ page }) {
    const parts = this.pages.find(({ notebook }) => notebook === page?.notebook)?.parts ?? [];
    if (!parts.length) return [];
    return [
      h("p", {}, "This page has for the room:"),
      h("div", { class: "wh-buttons" }, ...parts.map(({ pool, title }) => button(title, () => this.bringUp(pool)))),
    ];
  }

  chooser() {
    this.choice = menuOf(this.pages);
    this.choice.addEventListener("change", () => this.choose());
    this.about = h("p", { class: "wh-hint", id: unlike() });
    this.open = button("Open it", () => this.begin(), "wh-main");
    this.open.setAttribute("aria-describedby", this.about.id);
    this.sure = new Sure();
    return h("div", { class: "wh-choosing" },
      h("h4", {}, "Open a self-assessment"),
      h("div", { class: "wh-row" }, h("label", { for: this.choice.id }, "Which one?"), this.choice),
      this.about, h("div", { class: "wh-buttons" }, this.open), this.sure.element);
  }

  /** What can be said of the chosen one, and whether it can be opened. */
  choose() {
    const part = this.parts.get(this.choice.value);
    const seats = this.members ?? 0;
    const small = this.small.checked && (seats === 6 || seats === 7) && part.policy === "room";
    const needed = small ? 6 : part.needed;
    const words = small ? "steps of three people, for a small circle" : part.words;
    const isOpen = this.seen.get(part.pool)?.state === "open";
    this.open.disabled = isOpen || needed > seats;
    const why = isOpen ? "It is open: see below." : needed > seats ? `Your room is set for ${seats}, so there would be no picture. Talk about it without one.` : "";
    const text = [`About ${part.minutes} minutes to answer.`, `The picture: ${words}.`, why].filter(Boolean).join(" ");
    if (this.about.textContent !== text) this.about.textContent = text;
  }

  begin() {
    const pool = this.choice.value;
    const go = () => {
      this.sure.calm();
      this.send("open", { pool });
    };
    const question = {
      revealed: "There is a picture of this already. Two pictures of the same people can say who changed their mind. Ask again only if the first one was a mistake.",
      "in-doubt": "There may have been a picture of this already. Two pictures of nearly the same people can give away what one person answered. Ask again only if nobody saw it.",
    }[this.seen.get(pool)?.state];
    if (!question) return go();
    this.sure.ask(question, "Yes, ask again", "No", this.open, () => {
      go();
      this.choice.focus();
    });
  }

  /** Choose a self-assessment, to be opened with one more press. */
  bringUp(pool) {
    this.choice.value = pool;
    this.choose();
    this.choice.focus();
    this.choice.scrollIntoView({ block: "center" });
  }

  next(pool) {
    const all = [...this.parts.keys()];
    this.bringUp(all[Math.min(all.indexOf(pool) + 1, all.length - 1)]);
  }

  ending() {
    const sure = new Sure();
    const ask = (question, answer, anyway) => sure.ask(question, answer, "No, go on", end, () => this.send("end", { anyway }));
    const end = button("End the room", () =>
      ask("This ends the room for everybody. Answers that were not revealed are forgotten, and so are its code and key. Save the pictures first that your group wants to keep.", "Yes, end it and forget it", false));
    this.notEnded = (words) => ask(words, "Forget it here anyway", true);
    return h("div", { class: "wh-ending" }, h("div", { class: "wh-buttons" }, end), sure.element);
  }

  // --- to the kernel

  send(type, more = {}) {
    this.model.send({ type, ...more });
    clearTimeout(this.unheard);
    this.unheard = setTimeout(() => this.say("This page is not connected. In the menu Run, choose Run All Cells, and look here again.", true), 20000);
  }

  say(words, trouble = false) {
    this.trouble.textContent = trouble ? words : "";
    this.news.textContent = trouble ? "" : words;
  }

  // --- from the kernel

  receive(message) {
    const { type } = message;
    if (type === "room") this.show(message);
    else if (type === "again") this.makeAgain(message);
    else if (type === "pools") this.update(message);
    else if (type === "picture") {
      this.say("");
      this.cards.get(message.pool)?.picture(message);
    }
    else if (type === "words") this.say(message.words, message.trouble);
    else if (type === "not-ended") this.notEnded(message.words);
    else if (type === "done") this.done(message);
    else if (type === "failed") this.say("That did not work. Try again.", true);
  }

  done({ pool }) {
    clearTimeout(this.unheard);
    this.cards.get(pool)?.busy(false);
  }

  show({ inside, unfit, link, code, qr, seats, small, codeIsEnough, onlyHere, new: isNew }) {
    this.opening.show(!inside, unfit);
    this.room.hidden = !inside;
    if (!inside) {
      for (const card of this.cards.values()) card.element.remove();
      this.cards.clear();
      this.seen.clear();
      this.link.textContent = this.code.textContent = "";
      this.qr.removeAttribute("src");
      return;
    }
    this.link.textContent = link;
    this.code.textContent = code;
    this.use.textContent = codeIsEnough ? "Or type its code there:" : "Its code, to check that you are in the right room:";
    this.qr.src = qr;
    this.qr.alt = `QR code of the join link ${link}`;
    this.onlyHere.hidden = !onlyHere;
    this.members = seats;
    this.seats.value = seats;
    this.small.checked = small;
    this.circle.hidden = !(seats === 6 || seats === 7);
    this.choose();
    if (isNew) {
      this.say(`The room is open for ${seats} people.`);
      this.choice.focus({ preventScroll: true });
    }
  }

  async makeAgain({ code, key, seats }) {
    try {
      this.send("made", await createRoom({ seats, code, key }));
    } catch {
      this.say("The server has forgotten the room, and this page could not make it again yet. It is tried again.", true);
    }
  }

  update({ pools, trouble }) {
    if (trouble) this.say(trouble, true);
    else if (this.troubled) this.say("The room is there again.");
    this.troubled = Boolean(trouble);
    if (trouble) return;
    this.seen = new Map(pools.map((seen) => [seen.pool, seen]));
    for (const [pool, card] of this.cards) {
      if (!this.seen.has(pool)) {
        card.element.remove();
        this.cards.delete(pool);
      }
    }
    for (const seen of pools) {
      let card = this.cards.get(seen.pool);
      if (!card) {
        card = new PoolCard(this.parts.get(seen.pool), { act: (...all) => this.send(...all), say: this.say.bind(this), next: (pool) => this.next(pool) });
        this.cards.set(seen.pool, card);
        this.list.prepend(card.element);
      }
      const heard = card.update(seen);
      if (heard) this.say(heard);
    }
    this.choose();
  }
}

export default {
  render({ model, el }) {
    const console = new Console(model, el);
    return () => console.stop();
  },
};
