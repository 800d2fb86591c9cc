package mayday.compiler;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import mayday.scenario.Evaluator;
import mayday.scenario.Expression;

/**
 * Compiles formulas with the Common Expression Language. The classes of CEL are loaded when the first formula is: a folder of
 * scenarios without any never pays for them.
 */
final class Cel {

    /** What a formula comes to. */
    enum Result {
        TRUTH,
        NUMBER
    }

    private static final int MOST_NODES = 400;
    private static final int MOST_DEPTH = 60;

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private Cel() {}

    private static CelCompiler compiler() {
        var options = CelOptions.current()
                .maxParseExpressionNodeCount(MOST_NODES)
                .maxParseRecursionDepth(MOST_DEPTH)
                .build();
        var compiler = CelCompilerFactory.standardCelCompilerBuilder().setOptions(options);
        for (var i = 0; i < CelText.MOST_INPUTS; i++) {
            compiler.addVar("x" + i, SimpleType.DOUBLE).addVar("b" + i, SimpleType.BOOL);
        }
        return compiler.build();
    }

    /** The formula, or nothing and its problems. */
    static Optional<Expression> compile(String written, CelText text, Result result, Problems problems) {
        var parsed = COMPILER.parse(text.cel());
        if (parsed.hasError()) {
            syntax(parsed, text, problems);
            return Optional.empty();
        }
        var tree = tree(parsed);
        var unit = new UnitCheck(text, tree, problems).unit();
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        if ((unit.get() == Unit.TRUTH) != (result == Result.TRUTH)) {
            problems.error(
                    text.placeOf(0),
                    "wrong-type",
                    result == Result.TRUTH
                            ? "this is " + unit.get().words() + ", not true or false"
                            : "this is true or false, not a number",
                    result == Result.TRUTH ? "compare it with a figure, such as `> 5`" : "");
            return Optional.empty();
        }
        var checked = COMPILER.check(tree);
        if (checked.hasError()) {
            var issue = checked.getErrors().getFirst();
            problems.error(
                    place(issue, text),
                    "bad-condition",
                    "CEL says: " + issue.getMessage().replaceAll("\\s+", " "));
            return Optional.empty();
        }
        return Optional.of(new Expression(written, text.inputs(), evaluator(tree(checked), text)));
    }

    private static void syntax(CelValidationResult parsed, CelText text, Problems problems) {
        var issue = parsed.getErrors().getFirst();
        var word = text.wordAt(offset(issue));
        problems.error(
                place(issue, text),
                "bad-condition",
                word.isEmpty() ? "the condition ends too early" : "`" + word + "` does not fit here",
                ConditionReader.EXAMPLES);
    }

    private static int offset(CelIssue issue) {
        return Math.max(0, issue.getSourceLocation().getColumn());
    }

    private static Place place(CelIssue issue, CelText text) {
        return text.placeOf(offset(issue));
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("it was said to be valid", e);
        }
    }

    private static Evaluator evaluator(CelAbstractSyntaxTree tree, CelText text) {
        var inputs = text.inputs();
        var scales = inputs.stream().mapToDouble(CelText::scale).toArray();
        var program = program(tree);
        return values -> {
            CelVariableResolver variables = name -> {
                var i = Integer.parseInt(name.substring(1));
                return Optional.of(
                        name.charAt(0) == 'b' ? (Object) (values[i] != 0) : (Object) (values[i] * scales[i]));
            };
            try {
                return program.eval(variables) instanceof Double number ? number : truth(program.eval(variables));
            } catch (CelEvaluationException e) {
                throw new IllegalStateException("a formula of numbers always has a value: " + text.cel(), e);
            }
        };
    }

    private static double truth(Object value) {
        return Boolean.TRUE.equals(value) ? 1 : 0;
    }

    private static CelRuntime.Program program(CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked formula makes a program", e);
        }
    }
}
