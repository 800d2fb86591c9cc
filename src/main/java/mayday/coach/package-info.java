/**
 * Words of help while an incident is open: hints, from what somebody who knows the candidate causes could conclude from the answers so
 * far. Pure; the true cause is never asked.
 */
@NullMarked
package mayday.coach;

import org.jspecify.annotations.NullMarked;
