// The room's picture: how many have answered, and at the reveal the picture itself, below the words about it.
//
// Only the words are read out, and only when they change: not each person who answers, and not the whole picture.

function render({ model, el }) {
  const words = h("p", { role: "status" });
  const count = h("p", { class: "wh-count" });
  const note = h("div", { class: "wh-room" }, count, words);
  const drawn = h("div", { class: "jp-RenderedHTMLCommon" }); // looks as the made-up group's does
  settle(note);
  el.append(note, drawn);

  const put = (element, text) => element.textContent === text || (element.textContent = text);
  const receive = ({ type, ...told }) => {
    if (type !== "room") return;
    put(count, told.count);
    put(words, told.words);
    // Our own HTML, made in the kernel, where everything that is not ours was escaped.
    drawn.innerHTML = told.html;
  };
  model.on("msg:custom", receive);
  model.send({ type: "ready" });
  return () => model.off("msg:custom", receive);
}

export default { render };
