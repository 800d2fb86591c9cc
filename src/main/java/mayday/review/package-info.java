/** What follows a debrief: the post-mortem and the reviewer's questions, held against what is known. Pure. */
@NullMarked
package mayday.review;

import org.jspecify.annotations.NullMarked;
