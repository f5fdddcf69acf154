"""A headless Chromium for the tests of pages, driven by the distribution's selenium and
chromium-driver. Whatever is missing is said in one sentence."""
import base64
import json
import shutil
import sys
import tempfile
import time

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
except ImportError:
    sys.exit("The browser tests need python3-selenium; scripts/setup installs it.")

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run
--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars""".split()


class Browser:
    def __init__(self, script=True):
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        driver = shutil.which("chromedriver")
        if not chromium or not driver:
            sys.exit("The browser tests need chromium and chromium-driver; scripts/setup installs "
                     "them.")
        self.profile = tempfile.TemporaryDirectory(prefix="twosource-browser-")
        options = Options()
        options.binary_location = chromium
        for flag in [*FLAGS, f"--user-data-dir={self.profile.name}"]:
            options.add_argument(flag)
        if not script:
            options.add_experimental_option(
                "prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        # The browser's own start page loads things of its own and may hold the focus.
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd("Page.bringToFront", {})
        self.driver.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
        self.requests()
        self.resize(1300, 1000)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.profile.cleanup()

    def resize(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def media(self, kind="", **features):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": kind,
            "features": [{"name": name.replace("_", "-"), "value": value}
                         for name, value in features.items()]})

    def open(self, path):
        self.driver.get(f"file://{path}")

    def reload(self):
        self.driver.refresh()

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, script, *arguments):
        """Until the script returns something true; gives up quietly after ten seconds."""
        for _ in range(100):
            if self.run(script, *arguments):
                return
            time.sleep(0.1)

    def keys(self, *names):
        """Presses keys one after the other, as a person would."""
        codes = {"Tab": 9, "Enter": 13, "n": 78, "p": 80, "s": 83}
        for name in names:
            event = {"key": name, "code": name, "windowsVirtualKeyCode": codes[name]}
            if name == "Enter":
                event["text"] = "\r"
            elif len(name) == 1:
                event["text"] = name
            for kind in ("keyDown", "keyUp"):
                self.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": kind, **event})

    def screenshot(self, path):
        size = self.run("return [innerWidth, document.documentElement.scrollHeight]")
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": size[0], "height": min(size[1], 12000), "scale": 1}})
        path.write_bytes(base64.b64decode(shot["data"]))

    def pdf(self, path):
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": False})
        path.write_bytes(base64.b64decode(printed["data"]))

    def complaints(self):
        """What the console says: errors, warnings, blocked resources."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """Addresses of all requests of pages since the last call; the browser's own start page,
        which some profiles open beside them, is none."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return [url for url in found if not url.startswith(("chrome:", "chrome-untrusted:"))]
