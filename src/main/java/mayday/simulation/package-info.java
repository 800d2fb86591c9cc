/** The system model: one pure function advances it. Knows neither events nor text. */
@NullMarked
package mayday.simulation;

import org.jspecify.annotations.NullMarked;
