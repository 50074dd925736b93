// The one place that talks to the server: htmx and its events. Everything else works on the page.
import "./htmx-global";
import "htmx-ext-sse";
