const megabyte = 1024 * 1024;

/** What one form may bring with it. Words and server limits are made from these. */
export const attachmentLimits = {
  files: 5,
  fileBytes: 10 * megabyte,
  /** Everything a request sends, the texts included. */
  requestBytes: 25 * megabyte,
  nameCharacters: 150,
} as const;
