/** What Lit does to the page that it runs on, taken out of the single files. Each change fails the build where it finds nothing. */

const POLICY =
  /(\w+)\.createPolicy\(\s*(["'])lit-html\2\s*,\s*(\{\s*createHTML:\s*(\w+)\s*=>\s*\4\s*,?\s*\})\s*\)/g;

/**
 * A handler as a property. zone.js, which comes with Angular, makes `addEventListener` of those too, and keeps the
 * browser's own under another name.
 */
const LISTEN_QUIETLY = `
function listenQuietly(part, remove, add) {
  const { element, name } = part;
  const native = (method) => element["__zone_symbol__" + method + "EventListener"];
  if (native("add")) {
    if (remove) native("remove").call(element, name, part);
    if (add) native("add").call(element, name, part);
  } else {
    if (remove) element["on" + name] = null;
    if (add) element["on" + name] = (event) => void part.handleEvent(event);
  }
}`;

const CHANGES = [
  {
    // Lit makes its Trusted Types policy unguarded while it is imported: on a page whose policy list does not name it, the
    // whole module would die. Ours tries two names and goes on without a policy when both are refused.
    file: /[\\/]lit-html[\\/](?:\w+[\\/])*lit-html\.js$/,
    what: POLICY,
    by: (_, types, quote, rules) =>
      `((rules)=>{for(const name of["support-group-elements","lit-html"])try{return ${types}.createPolicy(name,rules)}catch{}})(${rules})`,
  },
  // Error trackers wrap `addEventListener` for clicks and key presses: in a closed root too they would be told which button
  // was pressed, by its name. Handlers that are properties they leave alone.
  {
    file: /[\\/]lit-html[\\/](?:\w+[\\/])*lit-html\.js$/,
    what: /(\w+)&&this\.element\.removeEventListener\(this\.name,this,\w+\),(\w+)&&this\.element\.addEventListener\(this\.name,this,\w+\)/g,
    by: (_, removed, added) => `listenQuietly(this,${removed},${added})`,
    more: LISTEN_QUIETLY,
  },
  // A list of the versions on the page, for a warning that the production build does not give.
  ...['lit-html', 'lit-element', 'reactive-element'].map((name) => ({
    file: new RegExp(`[\\\\/]${name}[\\\\/](?:\\w+[\\\\/])*${name}\\.js$`),
    what: /\(\w+\.\w+Versions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/g,
    by: () => '0',
  })),
  // What standard decorators need, which are not used here: it changes the page's own `Symbol` too.
  {
    file: /[\\/]reactive-element[\\/](?:\w+[\\/])*reactive-element\.js$/,
    what: /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/g,
    by: () => '',
  },
  {
    file: /[\\/]reactive-element[\\/](?:\w+[\\/])*reactive-element\.js$/,
    what: /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{const (\w+)=litPropertyMetadata\.get\(\1\);if\(void 0!==\2\)for\(const\[\w+,\w+\]of \2\)this\.elementProperties\.set\(\w+,\w+\)\}/g,
    by: () => '',
  },
];

/** Makes Lit a good guest: no name on `globalThis`, nothing on `Symbol`, and no death by a policy. */
export function litAsGuest() {
  let made;
  return {
    name: 'lit-as-guest',
    buildStart() {
      made = new Set();
    },
    transform(code, id) {
      let changed = code;
      for (const change of CHANGES) {
        if (!change.file.test(id)) continue;
        const hits = [...changed.matchAll(change.what)].length;
        if (hits !== 1) this.error(`${change.what} was found ${hits} times in ${id}, not once: mend it`);
        changed = changed.replace(change.what, change.by) + (change.more ?? '');
        made.add(change);
      }
      return changed === code ? null : { code: changed, map: null };
    },
    buildEnd(error) {
      if (!error && made.size !== CHANGES.length)
        this.error(`${made.size} of ${CHANGES.length} changes to Lit were made`);
    },
  };
}
