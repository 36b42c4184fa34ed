// How a page looks. JupyterLab loads no stylesheet of an extension that it did not build, so this one is put in by script.

export const STYLE = `
  [data-workshop] [data-ours] .jp-Cell-inputWrapper:has(.jp-Placeholder), /* View, Expand All Code, shows it */
  [data-workshop] .jp-Collapser,
  [data-workshop] .jp-Notebook-footer, /* "Click to add a cell" */
  [data-workshop] .jp-OutputPrompt,
  [data-workshop] .jp-OutputArea-promptOverlay, /* else it lies over the left edge and takes the clicks */
  [data-workshop] .jp-InputPrompt,
  [data-workshop] .jp-cell-toolbar { display: none; }
  [data-workshop] .jp-WindowedPanel-inner { padding-inline: max(.5rem, calc(50% - 23rem)); }
  [data-workshop] .jp-Notebook .jp-Cell { content-visibility: visible !important; contain: none !important; }
  [data-workshop] .jp-Notebook .jp-Cell { padding: .25rem 0; box-shadow: none !important; /* the frame of the active cell */ }
  [data-workshop] .jp-Cell .jp-RenderedHTMLCommon { padding: 0; border: 0; max-width: 46rem; font-size: 1rem; line-height: 1.55; }
  [data-workshop] .jp-RenderedHTMLCommon :is(h1, h2, h3) { line-height: 1.25; }
  [data-workshop] .jp-MarkdownOutput table { margin-left: 0; font-size: .95rem; display: block; overflow-x: auto; }
  [data-workshop] .jp-MarkdownOutput :is(th, td) { text-align: left; }
`;
