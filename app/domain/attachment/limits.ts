const megabyte = 1024 * 1024;

/** What one form may bring with it. Words and server limits are made from these. */
export const attachmentLimits = {
  files: 5,
  fileBytes: 10 * megabyte,
  formBytes: 25 * megabyte,
  /**
   * What is read at all. More than is taken, so that who chose too much is told so at the field, with
   * everything that was typed still there.
   */
  requestBytes: 64 * megabyte,
  nameCharacters: 150,
} as const;
