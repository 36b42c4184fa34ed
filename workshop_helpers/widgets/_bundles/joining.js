/* Made by "make bundles" from the files named below. Change those, and never this one. */

// workshop_helpers/widgets/shared/elements.js
var isShown = (child) => child != null && child !== false && child !== "";
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isShown));
  return element;
}
function button(text, pressed, style = "") {
  const onkeydown = (event) => {
    if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
  };
  return h("button", { type: "button", class: `wh-button ${style}`, onclick: pressed, onkeydown }, text);
}
var onEnter = (field, act) => field.addEventListener("keydown", (event) => event.key === "Enter" && !event.repeat && act());
var freshId = () => `wh-${Math.random().toString(36).slice(2)}`;
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/model.js
function hear(model, handlers, first = () => {
}) {
  const listen = (message) => {
    first(message);
    const type = (
      /** @type {FromKernel["type"]} */
      message.type
    );
    if (Object.hasOwn(handlers, type)) handlers[type](
      /** @type {any} */
      message
    );
  };
  model.on("msg:custom", listen);
  return () => model.off("msg:custom", listen);
}
var widget = (widget2) => widget2;

// workshop_helpers/widgets/shared/server.js
function server() {
  const config = document.getElementById("jupyter-config-data");
  if (!config) return null;
  const { baseUrl = "/", token = "" } = JSON.parse(config.textContent ?? "");
  return { address: new URL(baseUrl, location.origin).href.replace(/\/$/, ""), token };
}

// workshop_helpers/widgets/joining/view.js
function render({ model, el }) {
  settle(el);
  const typed = h("input", { type: "text", id: freshId(), autocomplete: "off", spellcheck: "false" });
  const news = h("p", { class: "wh-outcome", role: "status" });
  const join = () => {
    model.send({ type: "join", typed: typed.value, here: server()?.address ?? null });
    typed.value = "";
  };
  onEnter(typed, join);
  const how = "If your group meets in a room, paste its join link here. Whoever leads the room has it. On some servers its code is enough.";
  const label = h("label", { for: typed.id }, "Join link or code");
  const outside = h(
    "div",
    {},
    h("p", {}, how),
    h("div", { class: "wh-row" }, label, typed, button("Join", join, "wh-main"))
  );
  const leave = button("Leave the room", () => model.send({ type: "leave" }));
  const inside = h("div", { class: "wh-buttons", hidden: true }, leave);
  el.append(h("h3", {}, "Your room"), outside, news, inside);
  const deafen = hear(model, {
    membership: (told) => {
      outside.hidden = told.inside;
      inside.hidden = !told.inside;
      news.textContent = told.words;
    },
    failed: () => {
      news.textContent = "That did not work. Try again.";
    }
  });
  model.send({ type: "ready" });
  return deafen;
}
var view_default = widget({ render });
export {
  view_default as default
};
