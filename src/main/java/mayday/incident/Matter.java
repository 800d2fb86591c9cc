package mayday.incident;

import mayday.scenario.Dimension;

/** What a hint is about. Learners are not told before they have paid for it: it would be the next step for nothing. */
public sealed interface Matter {

    /** A question that would tell the explanations apart. */
    record Ask(Dimension dimension) implements Matter {}

    /** Customers are hurt, and nobody has been told. */
    record Tell() implements Matter {}

    /** Something was done, and nobody has looked at what came of it. */
    record Look() implements Matter {}

    /** Enough is known to end the impact. */
    record Act() implements Matter {}

    /** What is known wants to be weighed and written down. */
    record Weigh() implements Matter {}

    /** Whether {@code event}, which came after a hint about this, is what the hint was for. */
    default boolean isDoneBy(Event event) {
        return switch (this) {
            case Ask(var dimension) -> Seen.asks(event, dimension::equals);
            case Tell() -> event instanceof Event.UpdatePosted;
            case Look() -> Seen.asks(event, Seen.CUSTOMERS::contains);
            case Act() -> event instanceof Event.ActionStarted || event instanceof Event.ApprovalRequested;
            case Weigh() ->
                event instanceof Event.HypothesisStated
                        || event instanceof Event.HypothesisRevised
                        || event instanceof Event.HypothesisJudged;
        };
    }
}
