/** What follows a debrief: the post-mortem, the reviewer's questions, and the progress over many runs. Pure. */
@NullMarked
package mayday.review;

import org.jspecify.annotations.NullMarked;
