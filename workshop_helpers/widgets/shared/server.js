// The Jupyter server that a page comes from.

/** Where this page's server is, and what it wants to see from this page; null where there is no JupyterLab. */
export function server() {
  const config = document.getElementById("jupyter-config-data");
  if (!config) return null;
  /** @type {{ baseUrl?: string, token?: string }} */
  const { baseUrl = "/", token = "" } = JSON.parse(config.textContent ?? "");
  return { address: new URL(baseUrl, location.origin).href.replace(/\/$/, ""), token };
}
