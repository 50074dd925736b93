import htmx from "htmx.org";

// htmx-ext-sse expects the global. Imports are hoisted, hence a module of its own.
(window as unknown as { htmx: typeof htmx }).htmx = htmx;

// Set before htmx starts: the Content-Security-Policy allows neither inline styles nor eval.
htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
// Without "style": what a script set on an element would be written into the new one's markup.
htmx.config.attributesToSettle = ["class", "width", "height"];
htmx.config.historyCacheSize = 0;

export default htmx;
