/** The journal put to the test on real files. */
@NullMarked
package mayday.journal;

import org.jspecify.annotations.NullMarked;
