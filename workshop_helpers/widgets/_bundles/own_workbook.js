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
function settle(root, ...classes) {
  root.classList.add("wh-form", ...classes);
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
}

// workshop_helpers/widgets/shared/download.js
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

// workshop_helpers/widgets/shared/model.js
function hear(model, handlers, first = () => {
}) {
  const listen = (message) => {
    first();
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

// workshop_helpers/widgets/own_workbook/view.js
function render({ model, el }) {
  settle(el);
  const news = h("p", { class: "wh-saved", role: "status" });
  const say = (text) => {
    news.textContent = text;
  };
  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen) model.send({ type: "bring", text: await chosen.text() });
    file.value = "";
  });
  const sure = h("div", { class: "wh-sure", hidden: true });
  const yes = button("Yes, forget everything", () => {
    sure.hidden = true;
    model.send({ type: "forget" });
  });
  const no = button("No, keep it", () => {
    sure.hidden = true;
  });
  sure.append(
    h("p", {}, "This deletes all your answers and notes here. There is no way back."),
    h("div", { class: "wh-buttons" }, yes, no)
  );
  const forget = () => {
    sure.hidden = false;
    yes.focus();
  };
  const about = "Your answers and notes lie in one file on this computer. On Binder they are gone when the page has been left alone for some minutes, so save a copy.";
  el.append(
    h("h3", {}, model.get("spec").title),
    h("p", {}, about),
    h(
      "div",
      { class: "wh-buttons" },
      button("Save a copy", () => model.send({ type: "carry" })),
      button("Bring a copy back", () => file.click()),
      button("Forget everything", forget),
      file
    ),
    sure,
    news
  );
  const deafen = hear(model, {
    words: ({ words }) => say(words),
    carry: ({ text }) => {
      download("my-workbook.json", "application/json", text);
      say("A copy is in your downloads. Anyone who has the file can read it.");
    },
    failed: () => say("That did not work. Try again.")
  });
  model.send({ type: "ready" });
  return deafen;
}
var view_default = widget({ render });
export {
  view_default as default
};
