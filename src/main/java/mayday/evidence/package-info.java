/** What an answer reveals: charts, logs, command output, changes, all computed from the simulated history. Pure. */
@NullMarked
package mayday.evidence;

import org.jspecify.annotations.NullMarked;
