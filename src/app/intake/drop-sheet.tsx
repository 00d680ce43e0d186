import { ImageDown } from 'lucide-react';

/** Covers the page while files are dragged over it. */
export function DropSheet({ count }: { readonly count: number | null }) {
  return (
    <div className="drop-sheet" aria-hidden>
      <div className="drop-sheet__paper">
        <ImageDown size={48} strokeWidth={1.5} aria-hidden />
        <p className="drop-sheet__title">{dropWords(count)}</p>
        <p>Nothing leaves this device</p>
      </div>
    </div>
  );
}

function dropWords(count: number | null): string {
  if (count === null) {
    return 'Drop to read';
  }
  return count === 1 ? 'Drop to read 1 picture' : `Drop to read ${count} pictures`;
}
