// Whether a bill of materials is what CycloneDX's schema asks for, strictly: no field that it does not know.
//   node validate.mjs NODE_MODULES FILE
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, file] = process.argv.slice(2);
const { Spec, Validation } = createRequire(join(resolve(modules), "x"))("@cyclonedx/cyclonedx-library");
const bill = await readFile(file, "utf8");
const { specVersion } = JSON.parse(bill);
const validator = new Validation.JsonStrictValidator(specVersion);

// One that knows no fault would find none here either.
const faulty = JSON.stringify({ ...JSON.parse(bill), materials: [] });
if (specVersion !== Spec.Version.v1dot6 || (await validator.validate(faulty)) === null) {
  console.error("the schema is not the one that is meant");
  process.exit(1);
}
const faults = await validator.validate(bill);
if (faults !== null) {
  console.error(faults.map(({ instancePath, message }) => `${instancePath} ${message}`).join("; "));
  process.exit(1);
}
