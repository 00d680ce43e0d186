import { type CSSProperties, type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import ledgerTableStyles from './ledger-table.module.css';

/** Blocks this far outside the window are drawn already, in pixels. */
const AHEAD = 700;

interface LedgerBlockProps {
  readonly rowCount: number;
  /** Drawn before anything is known of the window, so that a short list needs no second pass. */
  readonly isFirst: boolean;
  readonly children: () => ReactNode;
}

/**
 * Some rows of a long table, drawn only while they are in or near the window; else an empty place of the same height.
 * A block that holds the focus stays.
 */
export function LedgerBlock({ rowCount, isFirst, children }: LedgerBlockProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setIsNear] = useState(isFirst || !('IntersectionObserver' in globalThis));
  const [height, setHeight] = useState<number | null>(null);

  useEffect(() => {
    const element = body.current;
    if (!element || !('IntersectionObserver' in globalThis)) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        const hasFocus = element.contains(document.activeElement);
        if (entry && !entry.isIntersecting && !hasFocus) {
          setHeight(entry.boundingClientRect.height);
        }
        // In pieces, so that the page goes on scrolling while rows are drawn.
        startTransition(() => setIsNear((entry?.isIntersecting ?? false) || hasFocus));
      },
      { rootMargin: `${AHEAD}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const place: CSSProperties = { height: height ?? `calc(${rowCount} * var(--row-height))` };
  return (
    <tbody ref={body} className={ledgerTableStyles.block} style={isNear ? undefined : place}>
      {isNear && children()}
    </tbody>
  );
}
