/** What people write about an incident after its end, held against what is known about it. Pure. */
@NullMarked
package mayday.review;

import org.jspecify.annotations.NullMarked;
