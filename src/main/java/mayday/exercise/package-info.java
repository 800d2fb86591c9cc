/** A drill as an event stream: teams, seats, the facilitator's moves. Pure. */
@NullMarked
package mayday.exercise;

import org.jspecify.annotations.NullMarked;
