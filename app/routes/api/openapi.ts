import { openapiDocument } from "#app/lib/api/openapi.ts";
import { readOnly } from "#app/lib/api/respond.server.ts";

export const loader = () =>
  Response.json(openapiDocument(), { headers: { "Cache-Control": "public, max-age=3600" } });

export const action = readOnly;
