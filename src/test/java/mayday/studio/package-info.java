@NullMarked
package mayday.studio;

import org.jspecify.annotations.NullMarked;
