// Keeps the picture or the chart as a file, as it stands there now: as SVG that needs no style sheet, or as
// PNG with twice its pixels. A button says what it keeps in `data-save`: `picture-svg`, `chart-png`.

// What the style sheet says of a shape, written at the shape itself.
const STYLES = [
  "display", "fill", "fill-opacity", "font-family", "font-size", "font-weight", "stroke", "stroke-dasharray",
  "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor",
];
const NAMESPACE = "http://www.w3.org/2000/svg";

function styled(svg) {
  const copy = svg.cloneNode(true);
  const copies = [copy, ...copy.querySelectorAll("*")];
  [svg, ...svg.querySelectorAll("*")].forEach((shape, i) => {
    const style = getComputedStyle(shape);
    for (const name of STYLES) copies[i].setAttribute(name, style.getPropertyValue(name));
  });
  return copy;
}

// Several pictures stand one under the other.
function together(pictures) {
  const size = (name) => pictures.map((picture) => picture[name].baseVal.value);
  const whole = document.createElementNS(NAMESPACE, "svg");
  const width = Math.max(...size("width"));
  let height = 0;
  size("height").forEach((own, i) => {
    // What stands over a lane goes along: without it two pictures look alike.
    const head = pictures[i].previousElementSibling;
    if (head) {
      const line = document.createElementNS(NAMESPACE, "text");
      const style = getComputedStyle(head);
      line.textContent = head.innerText;
      const says = { x: 12, y: height + 20, "font-family": style.fontFamily, "font-size": 15, fill: style.color };
      for (const name in says) line.setAttribute(name, says[name]);
      whole.append(line);
      height += 30;
    }
    const copy = styled(pictures[i]);
    copy.setAttribute("y", height);
    whole.append(copy);
    height += own;
  });
  const ground = document.createElementNS(NAMESPACE, "rect");
  const fill = getComputedStyle(document.body).backgroundColor;
  for (const [name, value] of Object.entries({ width, height, fill })) ground.setAttribute(name, value);
  whole.prepend(ground);
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  whole.setAttribute("width", width);
  whole.setAttribute("height", height);
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

async function painted({ text, width, height }) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export async function save(button) {
  const [what, kind] = button.dataset.save.split("-");
  const all = button.closest(".widget").querySelectorAll(what === "chart" ? ".ladder" : ".stage");
  const whole = together([...all].filter((picture) => picture.checkVisibility()));
  const file = kind === "png" ? await painted(whole) : new Blob([whole.text], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `whereabouts-${document.getElementById("whereabouts").dataset.lesson}-${what}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
