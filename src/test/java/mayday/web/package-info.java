/** Tests of the pages, the API and the streams. */
@NullMarked
package mayday.web;

import org.jspecify.annotations.NullMarked;
