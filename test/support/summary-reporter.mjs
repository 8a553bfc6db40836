/** A reporter for the web test runner that ends the run with one plain line: `N passed, N failed, N skipped`. */
export const summaryReporter = (done = () => {}) => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const walk = (suite) => {
      for (const test of suite.tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      suite.suites.forEach(walk);
    };
    for (const session of sessions) {
      const before = counts.failed;
      if (session.testResults) walk(session.testResults);
      if (!session.passed && counts.failed === before) counts.failed++; // a file that could not be loaded
    }
    console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    done(counts);
  },
});
