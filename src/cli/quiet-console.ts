/** Standard output is for JSON alone: what libraries have to say goes to standard error. */
export function keepStandardOutputClean(): void {
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  // tfjs recommends its own package for Node on every start.
  console.warn = () => {};
}
