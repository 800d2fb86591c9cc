/** Tests of what pages and API may show. */
@NullMarked
package mayday.web.view;

import org.jspecify.annotations.NullMarked;
