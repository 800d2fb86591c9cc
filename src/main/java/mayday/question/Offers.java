package mayday.question;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mayday.incident.Understanding.Argument;
import mayday.incident.Understanding.Offer;

/** Guesses which class of fault a claim names, and what a command would change, to be confirmed by the learner. */
final class Offers {
    private static final Pattern REPLICAS = Pattern.compile("--replicas[= ](\\d{1,5})\\b");

    private Offers() {}

    /** The action that a command comes down to, its kind known already, with what the command says beside the target. */
    static Offer command(String kind, String about, Mentions mentions) {
        var replicas = REPLICAS.matcher(about);
        return new Offer(
                kind,
                "",
                target(mentions),
                replicas.find() ? List.of(new Argument("replicas", replicas.group(1))) : List.of());
    }

    /** The fault that {@code read} seems to claim. */
    static Offer claim(String read, Mentions mentions, Map<String, List<String>> faults) {
        var words = " " + read + " ";
        for (var fault : faults.entrySet()) {
            if (fault.getValue().stream().anyMatch(word -> words.contains(" " + word + " "))) {
                return new Offer("", fault.getKey(), target(mentions));
            }
        }
        return new Offer("", "", target(mentions));
    }

    /** What is named first. */
    static String target(Mentions mentions) {
        if (!mentions.services().isEmpty()) {
            return mentions.services().getFirst().id().value();
        }
        if (!mentions.hosts().isEmpty()) {
            return mentions.hosts().getFirst().service().id().value();
        }
        return mentions.regions().isEmpty() ? "" : mentions.regions().getFirst().value();
    }
}
