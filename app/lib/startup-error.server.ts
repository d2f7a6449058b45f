/**
 * A reason the portal cannot start that the person at the terminal can act on.
 * The supervisor prints the two sentences without a stack trace and exits with 1.
 */
export class StartupError extends Error {
  readonly japanese: string;
  readonly english: string;

  constructor(japanese: string, english: string, options?: ErrorOptions) {
    super(english, options);
    this.name = "StartupError";
    this.japanese = japanese;
    this.english = english;
  }
}
