/** The append-only store of events, with codec and versions. The only place that knows SQL. */
@NullMarked
package mayday.journal;

import org.jspecify.annotations.NullMarked;
