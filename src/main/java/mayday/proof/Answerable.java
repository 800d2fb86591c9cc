package mayday.proof;

import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.AuthoredQuestion.AskedTarget;
import mayday.scenario.AuthoredQuestion.AuthoredAnswer;
import mayday.scenario.Cause;
import mayday.scenario.CauseId;
import mayday.scenario.Occasion;

/**
 * Which answers of a question can come when it is read in one way: those that no answer before them always forestalls. Whether a state is
 * ever reached is another proof; here every state and every time is thought to come.
 */
record Answerable(Draft draft, AuthoredQuestion question, Interpretation read) {

    boolean reveals(String evidence) {
        for (var i = 0; i < question.answers().size(); i++) {
            var answer = question.answers().get(i);
            if (answer.reveals().stream().anyMatch(each -> each.id().value().equals(evidence)) && canCome(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean canCome(int number) {
        var answer = question.answers().get(number);
        var before = question.answers().subList(0, number);
        return isAbout(answer.targets())
                && draft.causes().stream()
                        .filter(cause -> fits(answer.occasion(), cause))
                        .anyMatch(cause -> before.stream().noneMatch(earlier -> isAlwaysGiven(earlier, cause)));
    }

    private boolean isAlwaysGiven(AuthoredAnswer answer, Cause cause) {
        var occasion = answer.occasion();
        return fits(occasion, cause)
                && occasion.states().isEmpty()
                && occasion.from().equals(Occasion.FROM_THE_BEGINNING)
                && occasion.until().equals(Occasion.FOR_EVER)
                && answer.stretches().isEmpty()
                && isAbout(answer.targets());
    }

    private static boolean fits(Occasion occasion, Cause cause) {
        return occasion.causes().isEmpty() || occasion.causes().stream().anyMatch((CauseId id) -> cause.isOrHas(id));
    }

    /** Whoever asks may name any part of what an answer is about; a question that names something else than it gets another. */
    private boolean isAbout(List<AskedTarget> targets) {
        return targets.isEmpty() || targets.stream().anyMatch(this::canBeNamed);
    }

    /** A phrasing that names no place may be asked of any; one that names some is about these. */
    private boolean canBeNamed(AskedTarget wanted) {
        return read.targets().isEmpty() || read.targets().stream().anyMatch(asked -> touches(asked, wanted));
    }

    private static boolean touches(Target asked, AskedTarget wanted) {
        return switch (asked) {
            case Target.OfService(var service) -> wanted.service().equals(service.value());
            case Target.OfNode(var service, var region) ->
                same(wanted.service(), service.value()) && same(wanted.region(), region.value());
            case Target.OfHost(var service, var region, var number) ->
                same(wanted.service(), service.value())
                        && same(wanted.region(), region.value())
                        && (wanted.host() == 0 || wanted.host() == number);
            case Target.OfRegion(var region) -> same(wanted.region(), region.value());
            case Target.OfTeam _ -> false;
        };
    }

    private static boolean same(String wanted, String asked) {
        return wanted.isEmpty() || wanted.equals(asked);
    }
}
