import { h } from "./elements.js";

/**
 * A title, and under it one stage after another.
 *
 * @param {HTMLElement} root
 * @param {string} title
 */
export function staged(root, title) {
  const stage = h("div", { class: "wh-stage" });
  const news = h("p", { class: "wh-problem", role: "alert" });
  root.append(h("h3", {}, title), stage, news);

  /** Put words below that are read out. */
  const say = (/** @type {string} */ words) => {
    news.textContent = words;
  };

  /**
   * Take keyboard and screen reader along to the stage's heading, except when the page opens.
   *
   * @param {string} heading
   * @param {...Node} parts
   */
  const show = (heading, ...parts) => {
    const moving = stage.hasChildNodes();
    const head = h("h4", { tabindex: "-1" }, heading);
    say("");
    stage.replaceChildren(head, ...parts);
    if (moving) head.focus();
  };
  return { show, say };
}
