/** Keeps the place of a page whose script is on its way. */
export function LoadingPage() {
  return <div className="page" aria-busy="true" />;
}
