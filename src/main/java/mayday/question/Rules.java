package mayday.question;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Plain rules about whole texts; see {@code rules.yaml} for what each is for.
 *
 * @param fishing requests for the solution
 */
record Rules(
        Rule injection,
        @JsonProperty("asks-for-the-solution") Rule fishing,
        @JsonProperty("question-words") Rule questionWords,
        @JsonProperty("order-openers") Rule orderOpeners,
        Rule orders,
        Rule wishes,
        @JsonProperty("orders-with-object") Rule ordersWithObject,
        @JsonProperty("no-orders") Rule noOrders,
        Rule claims,
        @JsonProperty("no-claims") Rule noClaims,
        Rule vague,
        Rule definitions,
        Rule abbreviations) {

    /**
     * Matches a text if one of its expressions does.
     *
     * @param begins whether it has to be at the beginning
     * @param repeats whether it takes as many as there are
     * @param then what has to follow
     */
    record Rule(boolean begins, boolean repeats, String then, List<String> any, Pattern pattern) {

        @com.fasterxml.jackson.annotation.JsonCreator
        static Rule of(
                @JsonProperty("begins") boolean begins,
                @JsonProperty("repeats") boolean repeats,
                @JsonProperty("then") String then,
                @JsonProperty("any") List<String> any) {
            var one = "(?:" + String.join("|", any) + ")";
            var expression = (begins ? "^" : "") + one + (repeats ? "*" : "") + then;
            return new Rule(begins, repeats, then, any, Pattern.compile(expression));
        }

        boolean matches(String text) {
            return pattern.matcher(text).find();
        }

        /** {@code text} without what matches at its beginning. */
        String takenOff(String text) {
            return pattern.matcher(text).replaceFirst("");
        }
    }
}
