/**
 * Lets waiting events (a cancel message, a paint) run before going on. Not a timer: browsers stretch nested timers to
 * 4 ms and more.
 */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port would keep Node running.
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
