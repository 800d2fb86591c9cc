/** What programs print: the shell's grammar, and each program's true format around numbers that the room above reads from the model. */
@NullMarked
package mayday.terminal;

import org.jspecify.annotations.NullMarked;
