/** The packaged program as a whole: started, used, killed, started again. */
@NullMarked
package mayday.program;

import org.jspecify.annotations.NullMarked;
