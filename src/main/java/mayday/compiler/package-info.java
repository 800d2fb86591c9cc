/** YAML or JSON text to a scenario, or located problems. The only place that knows YAML. */
@NullMarked
package mayday.compiler;

import org.jspecify.annotations.NullMarked;
