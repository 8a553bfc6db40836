/**
 * What somebody could write where a page takes data from outside: each payload sets `globalThis.__sgPwned` if anything
 * ever runs it. Any browser test in which that happens fails (fingerprint.ts).
 */
const SET = 'globalThis.__sgPwned=1';
const LONG = `top['__sgPwned']=1`;

/** Markup that runs something once it is markup. */
export const MARKUP = [
  `<script>${SET}</script>`,
  `</script><script>${SET}</script>`,
  `<img src=x onerror=${SET}>`,
  `"><img src=x onerror="${SET}">`,
  `'><svg onload='${SET}'>`,
  `<svg><script>${SET}</script></svg>`,
  `<svg><animate onbegin=${SET} attributeName=x dur=1s>`,
  `<details open ontoggle=${SET}>`,
  `<input autofocus onfocus=${SET}>`,
  `<iframe srcdoc="<script>parent.__sgPwned=1</script>"></iframe>`,
  `<iframe src="javascript:parent.__sgPwned=1"></iframe>`,
  `<object data="javascript:${SET}"></object>`,
  `<embed src="javascript:${SET}">`,
  `<a href="javascript:${SET}" id=x tabindex=1 onfocus=${SET}>x</a>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${SET}>`,
  `<noscript><p title="</noscript><img src=x onerror=${SET}>">`,
  `<template><img src=x onerror=${SET}></template>`,
  `<!--><img src=x onerror=${SET}>-->`,
  `&lt;img src=x onerror=${SET}&gt;`,
  `&amp;lt;img src=x onerror=${SET}&amp;gt;`,
  `<style>@import "javascript:${SET}";</style>`,
  `<link rel=stylesheet href="data:text/css,*{background:url(javascript:${SET})}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${SET}">`,
  `<base href="javascript:${SET}//">`,
  `<form action="javascript:${SET}"><button>x</button></form>`,
  `<video><source onerror=${SET}></video>`,
  `<support-group-finder groups-src="data:application/json,[]" onclick=${SET}>`,
  `<meeting-feed src="javascript:${SET}">`,
] as const;

/** What ends an attribute and begins another one. */
export const HANDLERS = [
  `" onclick="${SET}" x="`,
  `' onmouseover='${SET}`,
  `" autofocus onfocus="${SET}`,
  `x onanimationstart=${SET} style=animation-name:x`,
  `\` onload=${SET}`,
] as const;

/** Addresses that run something once they stand in a link that is followed. */
export const ADDRESSES = [
  `javascript:${SET}`,
  `JaVaScRiPt:${SET}`,
  ` javascript:${SET}`,
  `\u0001javascript:${SET}`,
  `java\tscript:${SET}`,
  `java\nscript:${SET}`,
  `java\u0000script:${SET}`,
  `java\u200bscript:${SET}`,
  `\u202ejavascript:${SET}`,
  `\ufeffjavascript:${SET}`,
  `&#106;avascript:${SET}`,
  `&#x6A;&#x61;vascript:${SET}`,
  `javascript&colon;${SET}`,
  `javascript:/*https://example.org*/${SET}`,
  `javascript://example.org/%0a${SET}`,
  `javascript://%0d%0a${LONG}`,
  `view-source:javascript:${SET}`,
  `data:text/html,<script>opener.__sgPwned=1;parent.__sgPwned=1</script>`,
  `data:text/html;base64,PHNjcmlwdD50b3AuX19zZ1B3bmVkPTE8L3NjcmlwdD4=`,
  `data:text/javascript,${SET}`,
  `vbscript:${SET}`,
  `blob:https://example.org/${SET}`,
  `filesystem:https://example.org/${SET}`,
  `https://example.org/"onclick="${SET}`,
  `https://user:${SET}@example.org/`,
  `https://[::1${SET}`,
  `//example.org\\@javascript:${SET}`,
  `mailto:a@example.org?body=<script>${SET}</script>&bcc=b@example.org`,
  `tel:*72"onclick="${SET}`,
  `tel:1;phone-context=javascript:${SET}`,
] as const;

/** What a template engine, a style sheet, a formula or a format would run. */
export const TEMPLATES = [
  `\${${SET}}`,
  `{{constructor.constructor('${LONG}')()}}`,
  `{{${SET}}}`,
  `<%= ${SET} %>`,
  `#{${SET}}`,
  `[[${SET}]]`,
  `{n, plural, one {${SET}} other {${SET}}}`,
  `{constructor}`,
  `{__proto__}`,
  `lit$0000$`,
  `<!--?lit$0000$-->`,
  `?lit$0000$`,
  `red;background:url(javascript:${SET})`,
  `expression(${SET})`,
  `}*{color:red}@import'javascript:${SET}';`,
  `=HYPERLINK("javascript:${SET}")`,
  `=cmd|'/c ${SET}'!A1`,
  `'-${SET}-'`,
  `\\u003cscript\\u003e${SET}\\u003c/script\\u003e`,
  `"};${SET};//`,
  `\u2028${SET}//`,
] as const;

/** Names that every object has, or that change what others have. */
export const PROTOTYPE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  'toJSON',
  'then',
  'length',
  'innerHTML',
  'onclick',
] as const;

export const PAYLOADS: readonly string[] = [
  ...MARKUP,
  ...HANDLERS,
  ...ADDRESSES,
  ...TEMPLATES,
  ...PROTOTYPE_KEYS,
];

/** JSON in which a key would reach the prototype of all objects, if somebody copied it carelessly. */
export const POLLUTING: readonly string[] = [
  '{"__proto__":{"__sgPwned":1}}',
  '{"constructor":{"prototype":{"__sgPwned":1}}}',
  '{"a":{"__proto__":{"__sgPwned":1}}}',
  '[{"__proto__":{"__sgPwned":1}}]',
];

/** Texts that are hard to read and harmless otherwise. */
export const AWKWARD: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u2066text\u2069',
  'e\u0301'.repeat(300),
  '👩\u200d👩\u200d👧',
  'מידע',
  'x'.repeat(5_000),
  '<'.repeat(2_000),
  '[a|b]'.repeat(400),
  '{kin}'.repeat(200),
  '9'.repeat(400),
  '-1',
  '1e999',
  'NaN',
  'null',
  'true',
  '0,1,2;3 4',
];

/** What payloads try to set. */
export const fingerprint = (): unknown => (globalThis as { __sgPwned?: unknown }).__sgPwned;

/** Links and other addresses of a tree that could run something, or that lead where no link of ours may. */
export function badAddresses(root: ParentNode): string[] {
  const found: string[] = [];
  for (const node of root.querySelectorAll('*')) {
    for (const { name, value } of node.attributes) {
      if (name.startsWith('on')) found.push(`${node.localName} ${name}="${value}"`);
      if (!/^(?:href|src|action|formaction|data|srcdoc|xlink:href|poster|background)$/.test(name)) continue;
      if (value.startsWith('#') || /^(?:https?|tel|mailto|sms):/.test(value)) continue;
      found.push(`${node.localName} ${name}="${value}"`);
    }
    if (/^(?:script|iframe|object|embed|base|meta|style|frame|link)$/.test(node.localName))
      found.push(`<${node.localName}>`);
  }
  return found;
}
