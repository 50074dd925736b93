import "./htmx-global";
import "htmx-ext-sse";
