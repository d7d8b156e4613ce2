"""The one script that runs before Streamlit's: it keeps out of the history where nobody went.

Every page is asked for by its address. So a run of another page than the address names has been
overtaken, by Back or by a link, and Streamlit would add its address to the history once more: Back
would then lead to where one never was. Entries of the app's own (``enter`` in
``ui/components/shared.js``) carry ``search``.
"""

import base64
import hashlib

SCRIPT = """
{
  const push = history.pushState.bind(history)
  history.pushState = (state, unused, address) => {
    const isElsewhere = new URL(address, location.href).pathname !== location.pathname
    if (state?.search !== undefined || !isElsewhere) push(state, unused, address)
  }
}
"""

HASH = f"sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}"
"""By which the pages' policy allows it."""
