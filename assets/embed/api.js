// The page `embed/api.html`: sets what is chosen on the element, and lists what the element says. The fields
// are made from the manifest, so that there is one for every attribute.

const explainer = document.querySelector("whereabouts-explainer");
const log = document.getElementById("log");
const raw = document.getElementById("raw");
// The most lines that are kept.
const LINES = 200;
const begun = performance.now();

function made(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// A line of the list. What only says that time goes on takes the place of the line before.
function line(kind, name, detail) {
  const time = ((performance.now() - begun) / 1000).toFixed(2);
  const entry = made("li", { className: kind }, made("span", { className: "time" }, time), " ", made("b", {}, name));
  if (detail !== null && detail !== undefined) entry.append(" ", made("code", {}, detail));
  entry.dataset.name = `${kind} ${name}`;
  const last = log.lastElementChild;
  if (name === "timeupdate" && last?.dataset.name === entry.dataset.name) last.replaceWith(entry);
  else log.append(entry);
  while (log.childElementCount > LINES) log.firstElementChild.remove();
  log.parentElement.scrollTop = log.scrollHeight;
}

function properties() {
  for (const shown of document.querySelectorAll("[data-now]")) {
    const value = explainer[shown.dataset.now];
    shown.textContent = typeof value === "number" ? `${Math.round(value * 100) / 100}` : `${value}`;
  }
}

function markup() {
  const attributes = [...explainer.attributes].map(({ name, value }) => ` ${name}="${value}"`);
  document.getElementById("markup").textContent = `<whereabouts-explainer${attributes.join("")}></whereabouts-explainer>`;
}

function choices({ type, default: usual }) {
  const values = type.text.split(" | ");
  if (values.length === 1) return undefined;
  const options = values.map((value) => made("option", { value }, value));
  return made("select", {}, made("option", { value: "" }, usual ? `not set (${usual})` : "not set"), ...options);
}

function field(attribute) {
  const { name, description } = attribute;
  const input = choices(attribute) ?? made("input", { spellcheck: false });
  input.id = `attribute-${name}`;
  input.value = explainer.getAttribute(name) ?? "";
  const help = made("span", { id: `help-${name}`, className: "help" }, description.replaceAll("`", ""));
  input.setAttribute("aria-describedby", help.id);
  input.addEventListener("change", () => {
    if (input.value === "") explainer.removeAttribute(name);
    else explainer.setAttribute(name, input.value);
    markup();
  });
  return made("div", {}, made("label", { htmlFor: input.id }, name), input, help);
}

function submitted(id, what) {
  document.getElementById(id).addEventListener("submit", (event) => {
    event.preventDefault();
    what();
  });
}

const value = (id) => document.getElementById(id).value;
submitted("seek", () => { explainer.currentTime = value("seconds"); });
submitted("set", () => explainer.set(value("settings")));
submitted("post", () => {
  const frame = explainer.shadowRoot.querySelector("iframe");
  if (raw.checked) line("sent", "sent", value("message"));
  frame.contentWindow.postMessage(value("message"), location.origin === "null" ? "*" : location.origin);
});
submitted("given", () => {});
for (const button of document.querySelectorAll("[data-call]")) {
  button.addEventListener("click", () => explainer[button.dataset.call]());
}
document.getElementById("clear").addEventListener("click", () => log.replaceChildren());
addEventListener("message", ({ data, source }) => {
  const ours = source === explainer.shadowRoot?.querySelector("iframe")?.contentWindow;
  if (ours && raw.checked) line("message", "message", data);
});

const answer = await fetch(new URL("custom-elements.json", location.href));
const { attributes, events } = (await answer.json()).modules[0].declarations[0];
document.getElementById("given").append(...attributes.map(field));
for (const { name } of events) {
  explainer.addEventListener(name, ({ detail }) => {
    line("event", name, detail && JSON.stringify(detail));
    properties();
  });
}
markup();
explainer.ready.then(() => {
  line("event", "ready");
  properties();
});
