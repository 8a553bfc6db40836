/**
 * Runs something as a task of its own, soon. Not by a timer: those wait for up to a minute in a tab that is not shown,
 * and a page opened in the background should be there when somebody turns to it.
 */
export function nextTask(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}
