/** Browser tests: one headless Chromium for all of them, a fresh page for each. */
@NullMarked
package mayday.browser;

import org.jspecify.annotations.NullMarked;
