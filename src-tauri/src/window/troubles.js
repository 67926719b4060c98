// Collects what goes wrong in the page from its first moment, for tests in the real window.
// Compiled in only with the Cargo feature `e2e`.
(() => {
  const troubles = [];
  Object.defineProperty(window, '__troubles', { value: troubles });
  addEventListener(
    'error',
    (event) => {
      // Without a message it is not a script's: something could not be loaded.
      const lost = event.target?.src ?? event.target?.href ?? event.target?.outerHTML;
      troubles.push(event.message ? `error: ${event.message}` : `not loaded: ${lost}`);
    },
    true,
  );
  addEventListener('unhandledrejection', (event) => {
    const reason = event.reason;
    troubles.push(`rejection: ${reason?.message ?? JSON.stringify(reason)}`);
  });
  addEventListener('securitypolicyviolation', (event) => {
    troubles.push(`csp: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  for (const level of ['error', 'warn']) {
    const said = console[level].bind(console);
    console[level] = (...words) => {
      troubles.push(`console.${level}: ${words.map(String).join(' ')}`);
      said(...words);
    };
  }
})();
