"""Firefox without a window, driven through Marionette, to print and to save pages as its user would."""

import base64
import contextlib
import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

_SAVE = """
const [path, done] = arguments;
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(path);
const folder = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
folder.initWithPath(path.replace(/\\.html$/, "_files"));
const persist = Cc["@mozilla.org/embedding/browser/nsWebBrowserPersist;1"].createInstance(Ci.nsIWebBrowserPersist);
persist.progressListener = {
  onStateChange(p, r, flags, s) { if (flags & Ci.nsIWebProgressListener.STATE_STOP && persist.currentState == 3) done(1); },
  onProgressChange() {}, onLocationChange() {}, onStatusChange() {}, onSecurityChange() {}, onContentBlockingEvent() {},
  QueryInterface: ChromeUtils.generateQI(["nsIWebProgressListener"]),
};
const context = gBrowser.selectedBrowser.browsingContext;
gBrowser.selectedBrowser.frameLoader.startPersistence(context, {
  onDocumentReady(document) { persist.saveDocument(document, file, folder, null, 0, 80); },
  onError(s) { done("error " + s); },
});
"""


class Firefox:
    """A running Firefox; a context manager that ends it."""

    def __init__(self) -> None:
        self._number = 0

    def __enter__(self) -> "Firefox":
        self._profile = tempfile.TemporaryDirectory()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        Path(self._profile.name, "user.js").write_text(
            f'user_pref("marionette.port", {port});user_pref("network.dns.forceResolve", "127.0.0.1");'
        )
        self._process = subprocess.Popen(
            [
                "firefox-esr",
                "--headless",
                "--marionette",
                "-remote-allow-system-access",
                "--profile",
                self._profile.name,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            with contextlib.suppress(OSError):
                self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
                break
            time.sleep(0.2)
        self._read()
        self._ask("WebDriver:NewSession", {})
        return self

    def __exit__(self, *_exception: object) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(30)
        with contextlib.suppress(OSError):
            self._profile.cleanup()

    def open(self, address: str) -> None:
        """Load a page."""
        self._ask("WebDriver:Navigate", {"url": address})

    def open_in_reader(self, address: str) -> None:
        """Load a page in the reader view."""
        self.open(address)
        self._ask("Marionette:SetContext", {"value": "chrome"})
        script = f'gBrowser.selectedBrowser.loadURI(Services.io.newURI("about:reader?url=" + encodeURIComponent("{address}")), {{triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal()}})'
        self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})
        self._ask("Marionette:SetContext", {"value": "content"})
        time.sleep(3)

    def print(self) -> bytes:
        """Return the page as a PDF, with the head and foot that Firefox prints left to the page."""
        return base64.b64decode(self._ask("WebDriver:Print", {"shrinkToFit": True})["value"])

    def source(self) -> str:
        """Return the page's document as it stands, after its scripts ran."""
        return str(self._ask("WebDriver:GetPageSource", {})["value"])

    def save(self, path: Path) -> None:
        """Save the page as "Web Page, complete" does."""
        self._ask("Marionette:SetContext", {"value": "chrome"})
        told = self._ask("WebDriver:ExecuteAsyncScript", {"script": _SAVE, "args": [str(path)], "scriptTimeout": 20000})
        self._ask("Marionette:SetContext", {"value": "content"})
        if told["value"] != 1:
            raise RuntimeError(f"{path}: {told['value']}")

    def _ask(self, command: str, arguments: dict[str, Any]) -> Any:
        self._number += 1
        asked = json.dumps([0, self._number, command, arguments]).encode()
        self._socket.sendall(b"%d:%s" % (len(asked), asked))
        _, _, error, answer = self._read()
        if error:
            raise RuntimeError(f"{command}: {error}")
        return answer

    def _read(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self._socket.recv(1)
        body = b""
        while len(body) < int(size[:-1]):
            body += self._socket.recv(int(size[:-1]) - len(body))
        return json.loads(body)
