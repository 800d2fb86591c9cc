/** Records that templates and the API receive; where unrevealed truth is left behind. */
@NullMarked
package mayday.web.view;

import org.jspecify.annotations.NullMarked;
