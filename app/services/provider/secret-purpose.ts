/** What the secret of an organisation's client is sealed for: moved to another row, it does not open. */
export function secretPurpose(organisationId: string): string {
  return `client secret ${organisationId}`;
}
