package mayday.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mayday.incident.Incident;
import mayday.scenario.AuthoredPostMortem;
import mayday.scenario.Team;

/**
 * What to read beside one's own post-mortem: what the scenario's author wrote about the cause, or else what was true.
 *
 * @param authored whether its author wrote one
 * @param texts by section, those alone that there is something to say about
 * @param actions what the author would have done; empty if nobody wrote any
 */
public record Reference(boolean authored, Map<Section, String> texts, List<FollowUp> actions) {
    public Reference {
        texts = Map.copyOf(texts);
        actions = List.copyOf(actions);
    }

    public String text(Section section) {
        return texts.getOrDefault(section, "");
    }

    public static Reference of(Incident incident, Facts facts) {
        var truth = facts.truth();
        var drafted = Prefill.of(incident, facts);
        var texts = new EnumMap<Section, String>(Section.class);
        texts.put(Section.SUMMARY, drafted.text(Section.SUMMARY) + " " + truth.title() + ".");
        texts.put(Section.IMPACT, drafted.text(Section.IMPACT));
        texts.put(Section.ROOT_CAUSE, truth.explanation() + " It began at " + Numbers.at(truth.began()) + " UTC.");
        texts.put(Section.DETECTION, drafted.text(Section.DETECTION));
        var authored = incident.cause().postMortem();
        var actions = new ArrayList<FollowUp>();
        for (var written : authored) {
            texts.put(Section.SUMMARY, written.summary());
            texts.put(Section.CONTRIBUTING_FACTORS, String.join("\n", written.contributingFactors()));
            written.actions().forEach(action -> actions.add(action(incident, action)));
        }
        return new Reference(!authored.isEmpty(), texts, actions);
    }

    private static FollowUp action(Incident incident, AuthoredPostMortem.FollowUp action) {
        var owner = action.owner().stream()
                .map(team -> incident.scenario().system().team(team))
                .map(Team::title)
                .findFirst()
                .orElse("");
        return new FollowUp(action.text(), owner, List.of(action.kind()), "", ToilRatings.UNSAID, List.of());
    }
}
