/** Says on every page that no real money moves. */
export function Ribbon({ text }: { text: string }) {
  return (
    <p
      role="note"
      className="bg-turmeric px-4 py-1.5 text-center text-xs font-semibold sm:text-sm leading-snug text-on-turmeric"
    >
      {text}
    </p>
  );
}
