// For Vitest: writes down what failed outside of any test, which neither its list of results nor, always, its exit code tell.
import { writeFileSync } from 'node:fs';

// biome-ignore lint/style/noDefaultExport: the name that Vitest looks for
export default class StrayErrorsReporter {
  onTestRunEnd(_modules, errors) {
    const messages = errors.map(({ message, stack }) => stack ?? message);
    writeFileSync(process.env.RECTO_STRAY_ERRORS, JSON.stringify(messages));
  }
}
