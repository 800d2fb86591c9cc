/** Where scenarios are written: the folder on the disk as it is now, its files and what they were, and what authors try on them. */
@NullMarked
package mayday.studio;

import org.jspecify.annotations.NullMarked;
