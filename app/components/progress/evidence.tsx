/** Evidence as it was given: the address of a page becomes a link, everything else stays words. */
export function Evidence({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return <span className="whitespace-pre-line">{text}</span>;
  return (
    <a href={text} rel="noreferrer" className="text-link break-all">
      {text}
    </a>
  );
}
