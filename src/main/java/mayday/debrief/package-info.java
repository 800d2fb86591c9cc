/** Scores with reasons, timeline and counterfactuals, computed from scenario and event stream. Pure. */
@NullMarked
package mayday.debrief;

import org.jspecify.annotations.NullMarked;
