import { problemResponse } from "#app/lib/api/respond.server.ts";

export const loader = () => problemResponse(404);
export const action = () => problemResponse(404);
