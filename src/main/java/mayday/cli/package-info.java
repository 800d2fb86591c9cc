/** The command line: parse, call, print. */
@NullMarked
package mayday.cli;

import org.jspecify.annotations.NullMarked;
