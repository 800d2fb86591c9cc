/** The engine: commands in, events out, state folded from events. Pure. */
@NullMarked
package mayday.incident;

import org.jspecify.annotations.NullMarked;
