import htmx from "htmx.org";

// htmx-ext-sse expects the global. Imports are hoisted, hence a module of its own.
(window as unknown as { htmx: typeof htmx }).htmx = htmx;

export default htmx;
