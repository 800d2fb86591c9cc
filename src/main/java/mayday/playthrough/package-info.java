/** Playthroughs: runs written down as data, played again by the engine, with what must follow from each step. They are an author's tests. */
@NullMarked
package mayday.playthrough;

import org.jspecify.annotations.NullMarked;
