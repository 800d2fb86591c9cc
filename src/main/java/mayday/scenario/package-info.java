/** What an author wrote, compiled: immutable, complete, references resolved. Imports nothing of Mayday. */
@NullMarked
package mayday.scenario;

import org.jspecify.annotations.NullMarked;
