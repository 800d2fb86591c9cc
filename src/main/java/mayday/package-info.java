/** The front door: {@link mayday.Main} builds everything by hand. */
@NullMarked
package mayday;

import org.jspecify.annotations.NullMarked;
