"""A page of the site → the page with the script that reloads it. The files of the build stay as they are."""

from __future__ import annotations

import base64
import html
import re
from hashlib import sha256

EVENTS = "/.reporter/events"

# Server-sent events (HTML Living Standard, 9.2): the browser connects anew by itself. The notice gets its looks one by
# one, for the page's policy allows no style but its own sheet.
SCRIPT = """(() => {
  let version;
  const notice = document.createElement("pre");
  notice.setAttribute("role", "alert");
  const looks = { position: "fixed", left: "0", right: "0", bottom: "0", zIndex: "9", margin: "0",
    padding: ".8rem 1.2rem", background: "#7a1712", color: "#fff", whiteSpace: "pre-wrap", maxHeight: "50vh",
    overflow: "auto" };
  Object.entries(looks).forEach(([name, value]) => { notice.style[name] = value; });
  new EventSource("EVENTS").onmessage = (event) => {
    const standing = JSON.parse(event.data);
    version ??= standing.version;
    if (standing.version !== version) location.reload();
    notice.textContent = standing.error;
    if (standing.error) document.body.append(notice); else notice.remove();
  };
})();""".replace("EVENTS", EVENTS)
HASH = f"'sha256-{base64.b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_NO_SITE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>reporter serve</title></head>
<body>
<h1>{title}</h1>
<pre>{error}</pre>
</body>
</html>
"""


def with_reload(page: str) -> str:
    """The page with the script at its end and a policy that allows it and its events, and nothing more."""
    allowed = _POLICY.sub(lambda found: found[1] + _widened(found[2]) + found[3], page, count=1)
    head, end, tail = allowed.rpartition("</body>")
    script = f"<script>{SCRIPT}</script>"
    return f"{head}{script}{end}{tail}" if end else allowed + script


def _widened(policy: str) -> str:
    """A Content-Security-Policy that allows the script and connections to this server besides."""
    directives = [part.strip() for part in policy.split(";") if part.strip()]
    scripts = next((part for part in directives if part.startswith("script-src ")), "script-src")
    kept = [part for part in directives if part != scripts and not part.startswith("connect-src")]
    return "; ".join([*kept, f"{scripts} {HASH}", "connect-src 'self'"])


def page_without_site(error: str) -> str:
    """What is shown while no build has succeeded."""
    title = "The briefing could not be built" if error else "The briefing is being built"
    return with_reload(_NO_SITE.format(title=title, error=html.escape(error)))
