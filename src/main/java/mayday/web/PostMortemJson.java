package mayday.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import mayday.review.AutomationDepth;
import mayday.review.FollowUp;
import mayday.review.Limits;
import mayday.review.PostMortem;
import mayday.review.Section;
import mayday.review.ToilAspect;
import mayday.review.ToilRatings;
import mayday.review.ToilRatings.Rating;
import mayday.scenario.FollowUpKind;
import mayday.scenario.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Post-mortems as JSON: as they are stored, exported and sent. The names are promises, {@code PostMortemJsonTest} holds them. */
final class PostMortemJson {
    private static final String ACTIONS = "actions";
    private static final String TEXT = "text";
    private static final String OWNER = "owner";
    private static final String KIND = "kind";
    private static final String DUE = "due";
    private static final String DEPTH = "depth";
    private static final int DAY_CHARACTERS = 40;

    private static final List<String> KINDS =
            List.of(FollowUpKind.values()).stream().map(Words::kebab).toList();
    private static final List<String> RATINGS = List.of("low", "medium", "high");

    private PostMortemJson() {}

    static ObjectNode written(PostMortem postMortem) {
        var json = JsonMapper.shared().createObjectNode();
        for (var section : Section.values()) {
            json.put(section.key(), postMortem.text(section));
        }
        var actions = json.putArray(ACTIONS);
        postMortem.actions().forEach(action -> write(action, actions.addObject()));
        return json;
    }

    private static void write(FollowUp action, ObjectNode json) {
        json.put(TEXT, action.text());
        json.put(OWNER, action.owner());
        json.put(KIND, action.kind().stream().map(Words::kebab).findFirst().orElse(""));
        json.put(DUE, action.due());
        for (var aspect : ToilAspect.values()) {
            json.put(aspect.key(), word(action.toil().of(aspect)));
        }
        json.put(DEPTH, action.depth().stream().mapToInt(AutomationDepth::level).sum());
    }

    static String word(Rating rating) {
        return rating == Rating.UNSAID ? "" : Words.kebab(rating);
    }

    /** What was stored; a field that it lacks is empty, as in drafts from before there was one. */
    static PostMortem stored(String body) {
        var json = JsonMapper.shared().readTree(body);
        var texts = new EnumMap<Section, String>(Section.class);
        for (var section : Section.values()) {
            texts.put(section, text(json, section.key()));
        }
        return new PostMortem(
                texts,
                json.path(ACTIONS).valueStream().map(PostMortemJson::action).toList());
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }

    private static FollowUp action(JsonNode json) {
        return action(
                text(json, TEXT),
                text(json, OWNER),
                text(json, KIND),
                text(json, DUE),
                aspect -> text(json, aspect.key()),
                json.path(DEPTH).asInt(0));
    }

    /** The words that rate an aspect of the work. */
    interface Rated {
        String word(ToilAspect aspect);
    }

    /** An action from its words; what is no word of ours is taken as unsaid. */
    static FollowUp action(String text, String owner, String kind, String due, Rated rated, int depth) {
        return new FollowUp(
                text,
                owner,
                Words.parse(FollowUpKind.class, kind).map(List::of).orElse(List.of()),
                due,
                new ToilRatings(
                        rating(rated.word(ToilAspect.FREQUENCY)),
                        rating(rated.word(ToilAspect.EFFORT)),
                        rating(rated.word(ToilAspect.FAILURE)),
                        rating(rated.word(ToilAspect.OBSERVABILITY))),
                List.of(AutomationDepth.values()).stream()
                        .filter(each -> each.level() == depth)
                        .toList());
    }

    private static Rating rating(@Nullable String word) {
        return word == null ? Rating.UNSAID : Words.parse(Rating.class, word).orElse(Rating.UNSAID);
    }

    /** The fields of a body that is a post-mortem with its version. */
    static String[] fields() {
        var names = new ArrayList<String>();
        names.add("version");
        List.of(Section.values()).forEach(section -> names.add(section.key()));
        names.add(ACTIONS);
        return names.toArray(String[]::new);
    }

    /** What a program sends; what is wrong with it is noted in {@code body}. */
    static PostMortem sent(Body body) {
        var texts = new EnumMap<Section, String>(Section.class);
        for (var section : Section.values()) {
            texts.put(section, body.optionalText(section.key(), Limits.SECTION_CHARACTERS));
        }
        var actions = body
                .objects(
                        ACTIONS,
                        Limits.ACTIONS,
                        TEXT,
                        OWNER,
                        KIND,
                        DUE,
                        ToilAspect.FREQUENCY.key(),
                        ToilAspect.EFFORT.key(),
                        ToilAspect.FAILURE.key(),
                        ToilAspect.OBSERVABILITY.key(),
                        DEPTH)
                .stream()
                .map(PostMortemJson::sentAction)
                .toList();
        return new PostMortem(texts, actions);
    }

    private static FollowUp sentAction(Body body) {
        var depth = body.has(DEPTH) ? body.whole(DEPTH, 0, AutomationDepth.values().length) : 0;
        return action(
                body.optionalText(TEXT, Limits.ACTION_CHARACTERS),
                body.optionalText(OWNER, Limits.OWNER_CHARACTERS),
                body.optionalWord(KIND, KINDS),
                body.optionalText(DUE, DAY_CHARACTERS),
                aspect -> body.optionalWord(aspect.key(), RATINGS),
                depth);
    }
}
