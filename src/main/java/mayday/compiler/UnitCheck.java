package mayday.compiler;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Works out what each part of a formula is counted in: a share may not be compared with a time. It also keeps formulas to what always
 * has a value: no lists, texts or functions of CEL.
 */
final class UnitCheck {
    private final CelText text;
    private final CelAbstractSyntaxTree tree;
    private final Problems problems;

    UnitCheck(CelText text, CelAbstractSyntaxTree tree, Problems problems) {
        this.text = text;
        this.tree = tree;
        this.problems = problems;
    }

    /** The unit of the whole formula; empty, with the problem, if its parts do not go together. */
    Optional<Unit> unit() {
        return unit(tree.getExpr());
    }

    private Optional<Unit> unit(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part);
            case IDENT -> Optional.of(text.unitOfInput(part.ident().name()));
            case CALL -> call(part);
            case NOT_SET, SELECT, LIST, STRUCT, MAP, COMPREHENSION -> unusable(part);
        };
    }

    private Optional<Unit> constant(CelExpr part) {
        return switch (part.constant().getKind()) {
            case BOOLEAN_VALUE -> Optional.of(Unit.TRUTH);
            case DOUBLE_VALUE -> Optional.of(text.unitOfFigure(offset(part)));
            case NOT_SET,
                    NULL_VALUE,
                    INT64_VALUE,
                    UINT64_VALUE,
                    STRING_VALUE,
                    BYTES_VALUE,
                    DURATION_VALUE,
                    TIMESTAMP_VALUE -> unusable(part);
        };
    }

    private Optional<Unit> call(CelExpr part) {
        var arguments = part.call().args();
        if (part.call().target().isPresent()) {
            return unusable(part);
        }
        return switch (part.call().function()) {
            case "_&&_", "_||_" -> {
                var left = truth(arguments.get(0));
                var right = truth(arguments.get(1));
                yield left && right ? Optional.of(Unit.TRUTH) : Optional.empty();
            }
            case "!_" -> truth(arguments.get(0)) ? Optional.of(Unit.TRUTH) : Optional.empty();
            case "_<_", "_<=_", "_>_", "_>=_" -> together(part, true).map(_ -> Unit.TRUTH);
            case "_==_", "_!=_" -> together(part, false).map(_ -> Unit.TRUTH);
            case "_+_", "_-_" -> together(part, true);
            case "_*_" -> numbers(part, Unit::times);
            case "_/_" -> numbers(part, Unit::over);
            case "-_" -> number(arguments.get(0));
            case "_?_:_" -> choice(part);
            default -> unusable(part);
        };
    }

    private boolean truth(CelExpr part) {
        var unit = unit(part);
        if (unit.isPresent() && unit.get() != Unit.TRUTH) {
            error(
                    part,
                    "wrong-type",
                    "this is " + unit.get().words() + ", not true or false",
                    "compare it with something");
        }
        return unit.isPresent() && unit.get() == Unit.TRUTH;
    }

    private Optional<Unit> number(CelExpr part) {
        var unit = unit(part);
        if (unit.isPresent() && unit.get() == Unit.TRUTH) {
            error(part, "wrong-type", "this is true or false, not a number", "");
            return Optional.empty();
        }
        return unit;
    }

    private Optional<Unit> numbers(CelExpr part, BinaryOperator<Unit> combined) {
        var left = number(part.call().args().get(0));
        var right = number(part.call().args().get(1));
        return left.flatMap(one -> right.map(other -> combined.apply(one, other)));
    }

    /** Two sides that must be of one kind. */
    private Optional<Unit> together(CelExpr part, boolean ofNumbers) {
        var one = part.call().args().get(0);
        var other = part.call().args().get(1);
        var left = ofNumbers ? number(one) : unit(one);
        var right = ofNumbers ? number(other) : unit(other);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var unit = left.get().with(right.get());
        if (unit.isEmpty()) {
            // The figure is what an author mistypes.
            var firstIsWrong = isFigure(one) && !isFigure(other);
            var wrong = firstIsWrong ? one : other;
            var wanted = firstIsWrong ? right.get() : left.get();
            var is = firstIsWrong ? left.get() : right.get();
            error(wrong, "bad-unit", "this is %s, beside %s".formatted(is.words(), wanted.words()), suggestion(wanted));
        } else {
            inRange(one, other, right.get());
            inRange(other, one, left.get());
        }
        return unit;
    }

    /** A share beyond 1 is nearly always a forgotten per cent. */
    private void inRange(CelExpr figure, CelExpr beside, Unit unit) {
        var share = unit == Unit.RATIO && beside.getKind() == CelExpr.ExprKind.Kind.IDENT;
        if (share && isFigure(figure) && Math.abs(figure.constant().doubleValue()) > 1) {
            error(
                    figure,
                    "out-of-range",
                    "a share is from 0 % to 100 %, this is `" + text.wordAt(offset(figure)) + "`",
                    String.format(
                            Locale.ROOT,
                            "write it like `%.0f %%`",
                            Math.min(99, figure.constant().doubleValue())));
        }
    }

    private static boolean isFigure(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && part.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE;
    }

    private static String suggestion(Unit wanted) {
        return switch (wanted) {
            case RATIO -> "write " + Measure.RATIO.example();
            case SECONDS -> "write " + Measure.SECONDS.example();
            case GIB -> "write " + Measure.GIB.example();
            case PER_SECOND -> "write " + Measure.PER_SECOND.example();
            case COUNT, PLAIN -> "write " + Measure.NUMBER.example();
            case TRUTH, UNKNOWN -> "";
        };
    }

    private Optional<Unit> choice(CelExpr part) {
        var asked = truth(part.call().args().get(0));
        var one = unit(part.call().args().get(1));
        var other = unit(part.call().args().get(2));
        if (!asked || one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var unit = one.get().with(other.get());
        if (unit.isEmpty()) {
            error(
                    part.call().args().get(2),
                    "wrong-type",
                    "this is " + other.get().words() + ", the other choice is "
                            + one.get().words(),
                    "");
        }
        return unit;
    }

    private Optional<Unit> unusable(CelExpr part) {
        error(
                part,
                "bad-condition",
                "`" + text.wordAt(offset(part)) + "` cannot be used in a condition",
                ConditionReader.EXAMPLES);
        return Optional.empty();
    }

    private void error(CelExpr part, String id, String message, String suggestion) {
        problems.error(text.placeOf(offset(part)), id, message, suggestion);
    }

    private int offset(CelExpr part) {
        var offset = tree.getSource().getPositionsMap().get(part.id());
        return offset == null ? 0 : offset;
    }
}
