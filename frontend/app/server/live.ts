/** Calls back whenever the server has put something new into the page. */
export function onNewContent(callback: () => void): void {
  document.body.addEventListener("htmx:afterSettle", callback);
  document.body.addEventListener("htmx:oobAfterSwap", callback);
}

// A station began or ended: the page is fetched anew, and the reader is taken to its heading.
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  const request = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail.xhr;
  if (request.getResponseHeader("HX-Refresh") === "true") {
    sessionStorage.setItem("focus-heading", "yes");
  }
});
