/** Free text to interpretation: which dimension, of what, over which window. Model inference lives here. */
@NullMarked
package mayday.question;

import org.jspecify.annotations.NullMarked;
