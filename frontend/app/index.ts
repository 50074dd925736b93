import "./frame/tokens.css";
import "./frame/base.css";
import "./frame/frame.css";
import "./parts/buttons.css";
import "./parts/forms.css";
import "./parts/notices.css";
import "./parts/tables.css";
import "./parts/states.css";
import "./parts/code.css";
import "./parts/diff.css";
import "./running/running.css";

import "./server/htmx";
import "./server/live";
import "./frame/focus";
import "./parts/copy";
import "./parts/tables";
import "./running/running";
