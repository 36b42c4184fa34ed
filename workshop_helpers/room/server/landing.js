// Shows whoever opens a join link what to do with it. The link stays in the browser: nothing is sent, nothing is kept.
{
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const code = location.hash.slice(1).split(".")[0];
  const whole = /^[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}$/.test(code);
  byId("whole").hidden = !whole;
  byId("cut").hidden = whole;
  if (whole) {
    byId("link").textContent = location.href;
    byId("code").textContent = code;
  }
  byId("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      byId("copied").textContent = "It is copied.";
    } catch {
      getSelection()?.selectAllChildren(byId("link"));
      byId("copied").textContent = "It is marked. Copy it now.";
    }
  });
}
