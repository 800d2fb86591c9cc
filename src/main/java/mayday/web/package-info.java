/** Routes, forms, JSON API and SSE. The only place that knows HTTP, Javalin and JTE. */
@NullMarked
package mayday.web;

import org.jspecify.annotations.NullMarked;
