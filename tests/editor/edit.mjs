// What an editor makes of a lesson file by its schema, asked of the engine that VS Code and others have for JSON:
// nothing is marked in a file without fault, a fault is marked at its place, words are offered and explained.
//   node edit.mjs NODE_MODULES ROOT
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, root] = process.argv.slice(2);
const { getLanguageService, TextDocument } = createRequire(join(resolve(modules), "x"))("vscode-json-languageservice");

const read = (path) => readFile(join(root, path), "utf8");
const url = (path) => pathToFileURL(join(resolve(root), path)).href;
const SCHEMA = url("assets/lesson.schema.json");
const asked = [];
const service = getLanguageService({
  // A file names its schema, or the editor's settings do; nothing else is asked for.
  schemaRequestService: async (uri) => {
    asked.push(uri);
    assert.equal(uri, SCHEMA);
    return read("assets/lesson.schema.json");
  },
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
});
service.configure({ validate: true, schemas: [{ fileMatch: ["assets/lessons/*.json"], uri: SCHEMA }] });

const opened = (text, path = "assets/examples/one-question-too-many.json") => {
  const document = TextDocument.create(url(path), "json", 1, text);
  return { document, json: service.parseJSONDocument(document) };
};
const faults = async (text, path) => {
  const { document, json } = opened(text, path);
  const found = await service.doValidation(document, json);
  return found.map(({ message, range }) => ({ message, text: document.getText(range) }));
};
// The place of a mark in a text, and the text without it.
const marked = (text) => {
  const at = text.indexOf("¦");
  assert.ok(at >= 0, "the mark is there");
  const { document, json } = opened(text.slice(0, at) + text.slice(at + 1));
  return { document, json, position: document.positionAt(at) };
};
const offered = async (text) => {
  const { document, json, position } = marked(text);
  const { items } = await service.doComplete(document, position, json);
  return new Map(items.map((item) => [item.label.replaceAll('"', ""), item]));
};
const told = async (text) => {
  const { document, json, position } = marked(text);
  const hover = await service.doHover(document, position, json);
  return hover.contents.map((part) => part.value ?? part).join("\n");
};

const example = await read("assets/examples/one-question-too-many.json");
const change = (from, to) => {
  assert.equal(example.split(from).length, 2, `${from} stands once in the example`);
  return example.replace(from, () => to);
};

// Files without fault.
const chapters = (await readdir(join(root, "assets/lessons"))).filter((name) => name.endsWith(".json"));
assert.ok(chapters.length >= 10);
const examples = (await readdir(join(root, "assets/examples"))).map((name) => `assets/examples/${name}`);
assert.ok(examples.length >= 3);
for (const path of [...examples, ...chapters.map((name) => `assets/lessons/${name}`)]) {
  assert.deepEqual(await faults(await read(path), path), [], path);
}

// A fault, where it is, and something of what is said of it.
const wrong = [
  ['"anyTimeInterrogation"', '"anyTimeInterogation"', '"anyTimeInterogation"', "Valid values"],
  ['"standing": "home"', '"standing": "hom"', '"hom"', "Valid values"],
  ['"fact": "cell"', '"fact": "cel"', '"cel"', "Valid values"],
  ['"seed": 1', '"seed": "1"', '"1"', "integer"],
  ['"seed": 1', '"sead": 1', '"sead"', "sead"],
  ['"format": 2', '"format": 3', "3", "2"],
  ['"msisdn": "+999 81 555 0100"', '"msisdn": "+44 7700 900123"', '"+44 7700 900123"', "+999"],
  ['"id": "my-first-lesson"', '"id": "My lesson"', '"My lesson"', "Small letters"],
  ['"name": "Juniper"', '"name": ""', '""', "1 to 24 characters"],
  ['"question-stopped": "Only', '"question-stoped": "Only', '"question-stoped"', "question-stoped"],
  ['{ "rule": "partner-list" }', '{ "rule": "partner-list", "minutes": 5 }', '"minutes"', ""],
];
for (const [from, to, place, says] of wrong) {
  const found = await faults(change(from, to));
  assert.ok(
    found.some(({ message, text }) => text === place && message.includes(says)),
    `${to}: ${JSON.stringify(found)}`,
  );
}
const missing = await faults(change('"seed": 1,', ""));
assert.ok(missing.some(({ message }) => message.includes("seed")), JSON.stringify(missing));

// What is offered.
const operations = await offered(change('"operation": "anyTimeInterrogation"', '"operation": "¦"'));
for (const name of ["anyTimeInterrogation", "provideSubscriberInfo", "Insert-Subscriber-Data"]) {
  assert.ok(operations.has(name), `${name} is offered: ${[...operations.keys()]}`);
}
assert.ok(![...operations.keys()].some((name) => name.startsWith("3GPP-")), "each is offered once");
const documentation = (item) => item.documentation?.value ?? item.documentation ?? "";
assert.match(documentation(operations.get("anyTimeInterrogation")), /Where is this phone.*TS 29\.002/s);
const rules = await offered(change('"rule": "partner-list"', '"rule": "¦"'));
assert.ok(rules.has("home-match") && rules.size >= 17, [...rules.keys()].join());
const inGate = await offered(change('"at": "home",', '"at": "home", "¦"'));
assert.ok(inGate.has("exit"), [...inGate.keys()].join());
const inSays = await offered(change('"closing": "The gate', '"¦": "", "closin": "The gate'));
assert.ok(inSays.has("closing") && !inSays.has("opening"), [...inSays.keys()].join());

// What a word means.
assert.match(await told(change('"operation": "any', '"oper¦ation": "any')), /docs\\?\/operations/);
assert.match(await told(change('"anyTimeInterrogation"', '"anyTime¦Interrogation"')), /Where is this phone/);
assert.match(await told(change('"unexpected-operation" }', '"unexpected-¦operation" }')), /\./);
assert.match(await told(change('"plmn": "999-51"', '"pl¦mn": "999-51"')), /mobile country code/);
assert.match(await told(change('"question-stopped": "Only', '"question-sto¦pped": "Only')), /stopped the question/);
assert.ok(asked.length > 0, "the schema has been read");
