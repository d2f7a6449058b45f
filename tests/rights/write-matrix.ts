import { writeFileSync } from "node:fs";
import { rightsDocument } from "./matrix-document.ts";

writeFileSync(new URL("../../docs/rights.md", import.meta.url), rightsDocument());
