/** Recordings of incidents of the real world: metrics and logs as other programs export them, read, and rid of what must not get out. */
@NullMarked
package mayday.recording;

import org.jspecify.annotations.NullMarked;
