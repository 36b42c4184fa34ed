// Before there is a room: make one in the server of this page, or lead one that a terminal serves.

/** Have the server make a room: { seats }, with the { code, key } that it had if it is made again. */
async function createRoom(values) {
  const { address, token } = server();
  const headers = { "Content-Type": "application/json" };
  const xsrf = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/);
  if (xsrf) headers["X-XSRFToken"] = xsrf[1];
  if (token) headers.Authorization = `token ${token}`;
  const reply = await fetch(`${address}/workshop/v1/create`, {
    method: "POST",
    credentials: "same-origin",
    headers,
    body: JSON.stringify(values),
  });
  const said = await reply.json().catch(() => ({}));
  if (reply.ok) return { address, seats: values.seats, code: said.code, key: said.key };
  if (reply.status === 404) throw new Error("This server cannot collect answers: it was started without the workshop. Start it again from the workshop's folder, or use 'workshop room'.");
  if (reply.status === 403) throw new Error("The server did not accept this page. Reload it in your browser, and log in again if you are asked to.");
  throw new Error(said.sorry ?? "The server did not make a room. Try again.");
}

const peopleField = (value) =>
  h("input", { type: "number", id: unlike(), min: 1, max: 10000, step: 1, inputmode: "numeric", value });

/** A whole number of people, or null. */
const people = (field) => (/^\d+$/.test(field.value) && Number(field.value) >= 1 && Number(field.value) <= 10000 ? Number(field.value) : null);

class Opening {
  /** `made` is called with a new room, `line` with what was typed, `say` with what went wrong. */
  constructor({ made, line, say }) {
    this.seats = peopleField("");
    this.unfit = h("p", { class: "wh-note" });
    this.open = button("Open a room on this server", async () => {
      const seats = people(this.seats);
      if (seats === null) {
        say("Type the number of people first.", true);
        this.seats.focus();
        return;
      }
      this.open.disabled = true;
      try {
        made(await createRoom({ seats }));
      } catch (error) {
        say(error instanceof TypeError ? "The server did not answer. Is it still running?" : error.message, true);
      }
      this.open.disabled = false;
    }, "wh-main");
    // Hidden like a password, because the screen may be on the wall.
    this.line = h("input", { type: "password", id: unlike(), autocomplete: "off", spellcheck: "false" });
    const take = () => {
      line(this.line.value);
      this.line.value = "";
    };
    this.line.addEventListener("keydown", (event) => event.key === "Enter" && take());
    this.seats.addEventListener("keydown", (event) => event.key === "Enter" && this.open.click());
    this.other = h("details", {}, h("summary", {}, "I run the room with ", h("code", {}, "workshop room")),
      h("p", {}, "For a local network, or when this page's server cannot be reached by others. In a terminal, in the workshop's folder, start it with this computer's number in the network and the number of people:"),
      h("pre", {}, ".venv/bin/workshop room --host 192.168.1.20 --seats 12"),
      h("p", {}, "It prints a line that only you should have. It holds the room's key, so it is hidden here."),
      h("div", { class: "wh-row" }, h("label", { for: this.line.id }, "The line for the facilitator"), this.line, button("Run this room", take)));
    this.element = h("div", { class: "wh-opening", hidden: true },
      h("div", { class: "wh-row" }, h("label", { for: this.seats.id }, "How many people are in the room?"), this.seats),
      h("p", { class: "wh-hint" }, "Count those who will answer, and not yourself. No more than that are ever counted."),
      this.unfit,
      h("div", { class: "wh-buttons" }, this.open),
      h("p", { class: "wh-hint" }, "The room's code and key are kept in your workbook on this computer, so that it is the same room after a restart. They are forgotten when you end the room."),
      this.other);
  }

  show(visible, unfit) {
    this.element.hidden = !visible;
    if (unfit === undefined) return;
    this.unfit.textContent = unfit;
    this.unfit.hidden = this.open.hidden = Boolean(unfit);
    this.unfit.hidden = !unfit;
    if (unfit) this.other.open = true;
  }
}
