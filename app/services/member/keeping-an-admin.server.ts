import { ServiceError } from "../service-error.ts";

/**
 * Runs a change after which an organisation might be without an administrator: the database's refusal
 * becomes `invalid` with its words at `field`.
 */
export async function keepingAnAdmin<Result>(
  field: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isLastAdmin(error))
      throw new ServiceError("invalid", { errors: { [field]: "member.last_admin" } });
    throw error;
  }
}

function isLastAdmin(error: unknown): boolean {
  const { constraint_name: constraint, cause } = Object(error) as Record<string, unknown>;
  return constraint === "members_keep_an_admin" || (cause !== undefined && isLastAdmin(cause));
}
