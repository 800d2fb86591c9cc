/** Tests of the pages, the API and the streams. */
@NullMarked
package mayday.cli;

import org.jspecify.annotations.NullMarked;
