import { describedBy, FieldFrame } from "#app/components/ui/field-frame.tsx";
import { FileInput } from "#app/components/ui/file-input.tsx";
import { attachmentKinds } from "#app/domain/attachment/kinds.ts";
import { attachmentLimits } from "#app/domain/attachment/limits.ts";
import { message } from "#app/i18n/messages.ts";

const megabytes = (bytes: number) => bytes / 1024 / 1024;

/**
 * Chooses files that stand behind what a form says. The form must have
 * `encType="multipart/form-data"` and be read by lib/upload/read-form; verbs answer their refusal
 * for the field `files`. Works without scripts.
 */
export function AttachmentField({
  error,
  again = false,
}: {
  /** The message key of the field `files`. */
  error: string | undefined;
  /** Files were sent with the form that was refused; no browser chooses them again by itself. */
  again?: boolean;
}) {
  const { files, fileBytes, formBytes } = attachmentLimits;
  const texts = {
    id: "files",
    label: "添付ファイル",
    required: false,
    support: (
      <>
        PDF、Word、Excel、PowerPoint、OpenDocument、画像（PNG・JPEG・WebP・GIF）、CSV、テキストのファイルを、
        {files}件まで添付できます。1件{megabytes(fileBytes)}MB、合計{megabytes(formBytes)}
        MBまでです。
        {again && (
          <strong className="mt-1 block">
            添付ファイルは保存されていません。お手数ですが、もう一度選択してください。
          </strong>
        )}
      </>
    ),
    error: error === undefined ? undefined : message(error),
  };
  return (
    <FieldFrame {...texts}>
      <FileInput
        name="files"
        multiple
        accept={attachmentKinds.map(({ ending }) => `.${ending}`).join(",")}
        {...describedBy(texts)}
      />
    </FieldFrame>
  );
}
