// A field for a join link or its code, and a way out again. What is typed goes to the kernel as a message and is not
// shown again.

function render({ model, el }) {
  settle(el);
  const typed = h("input", { type: "text", id: unlike(), autocomplete: "off", spellcheck: "false" });
  const news = h("p", { class: "wh-outcome", role: "status" });
  const join = () => {
    model.send({ type: "join", typed: typed.value, here: server()?.address ?? null });
    typed.value = "";
  };
  typed.addEventListener("keydown", (event) => event.key === "Enter" && join());
  const outside = h("div", {},
    h("p", {}, "If your group meets in a room, paste its join link here. Whoever leads the room has it. On some servers its code is enough."),
    h("div", { class: "wh-row" }, h("label", { for: typed.id }, "Join link or code"), typed, button("Join", join, "wh-main")));
  const inside = h("div", { class: "wh-buttons", hidden: true }, button("Leave the room", () => model.send({ type: "leave" })));
  el.append(h("h3", {}, "Your room"), outside, news, inside);

  const receive = (message) => {
    if (message.type === "failed") news.textContent = "That did not work. Try again.";
    if (message.type !== "door") return;
    outside.hidden = message.inside;
    inside.hidden = !message.inside;
    news.textContent = message.words;
  };
  model.on("msg:custom", receive);
  model.send({ type: "ready" });
  return () => model.off("msg:custom", receive);
}

export default { render };
