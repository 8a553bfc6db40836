/**
 * A plugin for the web test runner with the commands that the bundled ones lack:
 * `executeServerCommand('emulate-features', { 'forced-colors': 'active', 'prefers-contrast': 'more' })`,
 * `executeServerCommand('emulate-features', { media: 'print' })` and `executeServerCommand('ax-tree')`.
 * An empty object takes every emulation back. `executeServerCommand('time-zone', 'America/Chicago')` is where the visitor
 * is from then on; '' is where the machine is.
 */
export function cdpCommands() {
  const sessions = new WeakMap();
  async function cdp(session) {
    const page = session.browser.getPage(session.id);
    let client = sessions.get(page);
    if (!client) sessions.set(page, (client = await page.createCDPSession()));
    return client;
  }
  return {
    name: 'cdp-commands',
    async executeCommand({ command, payload, session }) {
      if (command === 'emulate-features') {
        const { media = '', ...features } = payload ?? {};
        const list = Object.entries(features).map(([name, value]) => ({ name, value }));
        await (await cdp(session)).send('Emulation.setEmulatedMedia', { media, features: list });
        return true;
      }
      if (command === 'time-zone') {
        await (await cdp(session)).send('Emulation.setTimezoneOverride', { timezoneId: payload ?? '' });
        return true;
      }
      if (command === 'ax-tree') {
        const { nodes } = await (await cdp(session)).send('Accessibility.getFullAXTree');
        return nodes
          .filter((node) => !node.ignored)
          .map((node) => ({ role: node.role?.value, name: node.name?.value }));
      }
      return undefined;
    },
  };
}
