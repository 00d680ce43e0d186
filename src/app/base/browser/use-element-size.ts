import { type RefCallback, useCallback, useState } from 'react';

/** Size of an element's content box in CSS pixels, kept up to date; zero before the first layout. */
export function useElementSize(): [RefCallback<HTMLElement>, { readonly width: number; readonly height: number }] {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) {
      return;
    }
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, size];
}
