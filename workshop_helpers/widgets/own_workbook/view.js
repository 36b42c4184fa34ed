// Save a copy of the workbook, bring one back, forget everything.

function render({ model, el }) {
  settle(el);
  const news = h("p", { class: "wh-saved", role: "status" });
  const say = (text) => (news.textContent = text);

  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    if (file.files[0]) model.send({ type: "bring", text: await file.files[0].text() });
    file.value = "";
  });

  const sure = h("div", { class: "wh-sure", hidden: true }, h("p", {}, "This deletes all your answers and notes here. There is no way back."));
  const ask = (open) => (sure.hidden = !open);
  sure.append(
    h("div", { class: "wh-buttons" },
      button("Yes, forget everything", () => { ask(false); model.send({ type: "forget" }); }),
      button("No, keep it", () => ask(false))),
  );

  el.append(
    h("h3", {}, model.get("spec").title),
    h("p", {}, "Your answers and notes lie in one file on this computer. On Binder they are gone when the page has been left alone for some minutes, so save a copy."),
    h("div", { class: "wh-buttons" },
      button("Save a copy", () => model.send({ type: "carry" })),
      button("Bring a copy back", () => file.click()),
      button("Forget everything", () => { ask(true); sure.querySelector("button").focus(); }),
      file),
    sure,
    news,
  );

  const receive = (message) => {
    if (message.type === "words") say(message.words);
    if (message.type === "carry") {
      const url = URL.createObjectURL(new Blob([message.text], { type: "application/json" }));
      h("a", { href: url, download: "my-workbook.json" }).click();
      URL.revokeObjectURL(url);
      say("A copy is in your downloads. Anyone who has the file can read it.");
    }
  };
  model.on("msg:custom", receive);
  return () => model.off("msg:custom", receive);
}

export default { render };
