// node validate.cjs MODULES SCHEMA FILE: whether a file keeps to its JSON schema, by ajv.
const { readFileSync } = require("node:fs");
const [modules, schema, file] = process.argv.slice(2);
const Ajv = require(`${modules}/ajv`);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const validate = new Ajv({ strict: false }).compile(json(schema));
if (!validate(json(file))) {
  console.error(JSON.stringify(validate.errors, undefined, 2));
  process.exit(1);
}
