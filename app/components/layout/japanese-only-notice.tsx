/** Says, to who reads English, that this page is one of those that there are in Japanese only. */
export function JapaneseOnlyNotice() {
  return (
    <p
      lang="en"
      className="border-b border-solid-gray-200 bg-solid-gray-50 px-4 py-2 text-center text-dns-14N-130 text-solid-gray-700 print:hidden"
    >
      This page is available in Japanese only.
    </p>
  );
}
