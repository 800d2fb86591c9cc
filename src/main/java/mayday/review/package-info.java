/** What follows a debrief: post-mortem, reviewer's questions. Pure. */
@NullMarked
package mayday.review;

import org.jspecify.annotations.NullMarked;
