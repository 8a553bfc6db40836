/**
 * The recorders, each as greedy as its options allow: nothing masked, nothing blocked, nothing left out. `start` runs in
 * the page and leaves a `flush` there; `collectors` are the addresses that it sends to; `answers` is what its own service
 * would say first; `catches`: what it has to get from an open root; `acted` counts what a visitor did, `atLeast` that often;
 * `noise`: words of its own that stand inside the element too.
 */
const count = (pattern) => (captured) => captured.match(pattern)?.length ?? 0;
/** A click in the format of rrweb, which three of them use. */
const clicks = count(/"source":2,"type":2/g);

/** Every kind of thing that can be told about a visitor. */
export const KINDS = ['typed words', 'questions', 'answers', 'group names', 'links'];

/* global rrweb, posthog, Recorder */

/**
 * Without replay and tracing, as most sites have it: what somebody did before an error. It wraps `addEventListener`, so
 * that listeners in closed roots tell it of clicks and key presses too.
 */
const SENTRY_ERRORS = {
  acted: count(/"category":"ui\.(?:click|input)"/g),
  atLeast: 2, // it makes one of all that happens at the same node within a second
  noise: ['public'],
  bundle: '@sentry/browser/build/npm/esm/prod/index.js',
  collectors: ['/api/2/envelope/'],
  start: () => {
    Recorder.init({
      dsn: `${location.protocol}//public@${location.host}/${location.pathname.includes('zone') ? 3 : 2}`,
      sendDefaultPii: true,
      maxBreadcrumbs: 1000,
    });
    globalThis.flush = async () => {
      Recorder.captureMessage('The walk is over'); // with all breadcrumbs
      await Recorder.flush();
    };
  },
};

export const RECORDERS = {
  rrweb: {
    catches: KINDS,
    acted: clicks,
    atLeast: 20,
    file: 'rrweb/umd/rrweb.min.js',
    collectors: ['/collect/rrweb'],
    start: () => {
      let events = [];
      globalThis.flush = async () => {
        const body = JSON.stringify(events);
        events = [];
        await fetch('/collect/rrweb', { method: 'POST', body });
      };
      // It waits for the page by itself.
      rrweb.record({
        emit: (event) => events.push(event),
        maskAllInputs: false,
        recordCanvas: false,
        inlineStylesheet: true,
        collectFonts: true,
        inlineImages: true,
        slimDOMOptions: false,
        sampling: { input: 'all' },
      });
    },
  },
  posthog: {
    catches: KINDS,
    acted: clicks,
    atLeast: 20,
    file: 'posthog-js/dist/array.full.no-external.js',
    collectors: ['/e/', '/i/v0/e/', '/s/', '/flags/'],
    // What PostHog's service says of a project that records.
    answers: Object.fromEntries(
      ['/array/phc_walk/config', '/array/phc_walk/config.js'].map((path) => [
        path,
        {
          sessionRecording: { endpoint: '/s/', consoleLogRecordingEnabled: true, recorderVersion: 'v2' },
          autocapture_opt_out: false,
          capturePerformance: true,
          heatmaps: true,
          supportedCompression: [],
        },
      ]),
    ),
    start: () => {
      posthog.init('phc_walk', {
        api_host: location.origin,
        autocapture: { capture_copied_text: true },
        capture_pageview: true,
        capture_dead_clicks: true,
        enable_heatmaps: true,
        rageclick: true,
        mask_all_text: false,
        mask_all_element_attributes: false,
        mask_personal_data_properties: false,
        opt_out_useragent_filter: true, // a browser that is run by a test is left out otherwise
        request_batching: false,
        disable_compression: true,
        session_recording: { maskAllInputs: false, maskTextSelector: null, compress_events: false },
      });
      // What is left is sent when the page is hidden.
      globalThis.flush = () => globalThis.dispatchEvent(new Event('beforeunload'));
    },
  },
  sentry: {
    catches: KINDS,
    acted: clicks,
    atLeast: 20,
    noise: ['public'],
    bundle: '@sentry/browser/build/npm/esm/prod/index.js',
    collectors: ['/api/1/envelope/'],
    start: () => {
      Recorder.init({
        dsn: `${location.protocol}//public@${location.host}/1`,
        sendDefaultPii: true,
        tracesSampleRate: 1,
        replaysSessionSampleRate: 1,
        integrations: [
          Recorder.browserTracingIntegration(),
          Recorder.replayIntegration({
            maskAllText: false,
            maskAllInputs: false,
            blockAllMedia: false,
            unmask: ['*'],
            unblock: ['*'], // whatever an element says of itself
            maskAttributes: [],
            minReplayDuration: 0,
            networkDetailAllowUrls: [/.*/],
            networkCaptureBodies: true,
          }),
        ],
      });
      globalThis.flush = async () => {
        Recorder.captureMessage('The walk is over'); // with all breadcrumbs
        await Recorder.getReplay().flush();
        await Recorder.flush();
      };
    },
  },
  'sentry-errors': SENTRY_ERRORS,
  // On a page of Angular, whose zone.js makes listeners of properties: a button that is told by `onclick` is told there too.
  'zone-sentry-errors': {
    ...SENTRY_ERRORS,
    first: 'zone.js/bundles/zone.umd.min.js',
    collectors: ['/api/3/envelope/'],
  },
  listeners: {
    catches: KINDS,
    acted: count(/\["click"/g),
    atLeast: 40, // each on the document and on the window
    collectors: ['/collect/listeners'],
    // What tag managers, form trackers and heat maps do, all at once.
    start: () => {
      const told = [];
      const words = (node) => [
        node?.nodeName,
        node?.value,
        node?.textContent,
        node?.href,
        node?.getAttribute?.('aria-label'),
      ];
      const types =
        'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart keydown keypress keyup ' +
        'beforeinput input change submit focusin focusout paste copy cut compositionend select selectstart search toggle';
      for (const target of [document, globalThis]) {
        for (const type of types.split(' ')) {
          target.addEventListener(type, (event) =>
            told.push([
              type,
              event.key,
              event.data,
              event.detail,
              event.group,
              ...event
                .composedPath()
                .filter((node) => node instanceof Element)
                .slice(0, 4)
                .map(words),
              document.activeElement?.nodeName,
              words(event.relatedTarget),
            ]),
          );
        }
      }
      new MutationObserver((list) => {
        for (const { target, addedNodes } of list)
          told.push([
            words(target),
            [...addedNodes].map(words),
            target.attributes && target.cloneNode().outerHTML,
          ]);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          told.push([entry.entryType, entry.name, ...words(entry.element ?? entry.target ?? null)]);
      }).observe({
        entryTypes: ['largest-contentful-paint', 'event', 'first-input', 'layout-shift', 'resource'],
      });
      let seen = '';
      const watch = () => {
        const now = [location.href, document.title, history.length, document.referrer].join(' ');
        if (now !== seen) told.push((seen = now));
        requestAnimationFrame(watch);
      };
      watch();
      globalThis.flush = async () => {
        told.push(['screen', document.documentElement.innerText, document.documentElement.outerHTML]);
        await fetch('/collect/listeners', { method: 'POST', body: JSON.stringify(told.splice(0)) });
      };
    },
  },
};
