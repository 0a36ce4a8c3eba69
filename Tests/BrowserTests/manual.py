"""The manual: what its chapters quote and show, and a camera that walks through the program beside them."""

import io
import os
import re

from program import ROOT

FOLDER = ROOT / "Documentation/Manual"
PICTURES = FOLDER / "Pictures"
RECORD = os.environ.get("RECORD_MANUAL") == "1"
"""Whether pictures are taken anew. Only that needs Pillow."""

MOST_BYTES = 120 * 1024
WIDTH = 1366

# Buttons and links by their names alone, without counts and what only some readers hear; and all words of the page.
SEEN = """() => {
  const tidy = text => text.replace(/\\s+/g, ' ').trim();
  const bare = element => {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll('.count, .visually-hidden, .sub')) part.remove();
    return tidy(copy.textContent);
  };
  const pressed = [...document.querySelectorAll('a, button, summary')].map(bare);
  const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap(element =>
    ['aria-label', 'placeholder', 'title'].map(name => element.getAttribute(name) ?? ''));
  const values = [...document.querySelectorAll('input, textarea, output')].map(field => field.value ?? '');
  return [pressed, tidy([document.body.textContent, ...named, ...values].join(' '))];
}"""


class Chapter:
    """One file of the manual. In “” stand words of the program; bold ones are buttons and links."""

    def __init__(self, path):
        self.name = path.name
        self.text = path.read_text()

    @property
    def pressed(self):
        return set(re.findall(r"\*\*“([^”]+)”\*\*", self.text))

    @property
    def quoted(self):
        return set(re.findall(r"“([^”]+)”", self.text)) - self.pressed

    @property
    def pictures(self):
        return re.findall(r"!\[[^\]]+\]\(Pictures/([^)]+)\)", self.text)

    @property
    def links(self):
        """What it leads to."""
        return set(re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", self.text))

    @property
    def anchors(self):
        """Its headings as addresses: `## 9.4 断网` is `94-断网`."""
        headings = re.findall(r"^#+ (.+)$", self.text, re.MULTILINE)
        return {re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in headings}

    @property
    def options(self):
        """Options of commands in the first column of its tables."""
        rows = re.findall(r"^\| (`--.+?) \|", self.text, re.MULTILINE)
        return {option for row in rows for option in re.findall(r"`(--[\w-]+)", row)}


def chapters():
    return [Chapter(path) for path in sorted(FOLDER.glob("*.md"))]


class Camera:
    """Remembers what was on the pages of each chapter, and takes the pictures when they are to be recorded."""

    def __init__(self):
        self.pressed = {}
        self.words = {}
        self.taken = []

    def see(self, page, *numbers):
        """The page belongs to these chapters."""
        pressed, words = page.evaluate(SEEN)
        for number in numbers:
            self.pressed.setdefault(number, set()).update(pressed)
            self.words[number] = self.words.get(number, "") + " " + words

    def shoot(self, page, name, *numbers, element=None, height=768, from_top=True):
        """Sees the page and keeps a picture of a window of this height, or of one element in it."""
        self.see(page, *numbers)
        self.taken.append(f"{name}.png")
        if not RECORD:
            return
        before = page.viewport_size
        page.set_viewport_size({"width": WIDTH, "height": height})
        page.evaluate("document.fonts.ready.then(() => true)")
        if from_top:
            page.evaluate("scrollTo(0, 0)")
        page.evaluate("document.querySelector('.foot')?.style.setProperty('display', 'none')")
        page.wait_for_timeout(400)
        what = page.locator(element).first if element else page
        self.keep(what.screenshot(caret="hide"), name)
        page.set_viewport_size(before)

    @staticmethod
    def keep(content, name):
        """In few colours, without the empty part below."""
        from PIL import Image, ImageChops

        image = Image.open(io.BytesIO(content)).convert("RGB")
        ground = Image.new("RGB", image.size, image.getpixel((2, image.height - 2)))
        drawn = ImageChops.difference(image, ground).getbbox()
        if drawn:
            image = image.crop((0, 0, image.width, min(image.height, drawn[3] + 20)))
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        for colours in (256, 128, 64, 32):
            # By coverage, so that the small dots keep their colours.
            few = image.quantize(colours, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
            few.save(path, optimize=True)
            if path.stat().st_size <= MOST_BYTES:
                return
