package mayday.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.scenario.FaultClass;
import mayday.scenario.Words;

/** The words that a post-mortem is checked for. They are data; this is what they mean. */
public final class Wording {
    private final List<Blaming> blame;
    private final Expressions anyBlame;
    private final Expressions causal;
    private final Expressions localBeginnings;
    private final Expressions local;
    private final Expressions systemic;
    private final Expressions customers;
    private final Expressions hurt;
    private final Expressions unhurt;
    private final Map<AutomationDepth, Expressions> depths = new EnumMap<>(AutomationDepth.class);
    private final Map<FaultClass, Expressions> faults = new EnumMap<>(FaultClass.class);

    /**
     * The words as they are written down, each a regular expression of RE2 over text in lower case.
     *
     * @param depths by {@link AutomationDepth}
     * @param faults by {@link FaultClass}
     */
    public record Text(
            List<Blame> blame,
            List<String> causal,
            List<String> localBeginnings,
            List<String> local,
            List<String> systemic,
            Map<String, List<String>> depths,
            List<String> customers,
            List<String> hurt,
            List<String> unhurt,
            Map<String, List<String>> faults) {
        public Text {
            blame = List.copyOf(blame);
            causal = List.copyOf(causal);
            localBeginnings = List.copyOf(localBeginnings);
            local = List.copyOf(local);
            systemic = List.copyOf(systemic);
            depths = Map.copyOf(depths);
            customers = List.copyOf(customers);
            hurt = List.copyOf(hurt);
            unhurt = List.copyOf(unhurt);
            faults = Map.copyOf(faults);
        }
    }

    /**
     * Words that blame somebody.
     *
     * @param advice what is wrong with them and what to do instead; follows the quoted words
     */
    public record Blame(String says, String advice) {}

    private record Blaming(Expressions says, String advice) {}

    /** @throws IllegalArgumentException if a kind of fault or a depth has no words */
    public Wording(Text text) {
        blame = text.blame().stream()
                .map(each -> new Blaming(new Expressions(List.of(each.says())), each.advice()))
                .toList();
        anyBlame = new Expressions(text.blame().stream().map(Blame::says).toList());
        causal = new Expressions(text.causal());
        localBeginnings = new Expressions(text.localBeginnings());
        local = new Expressions(text.local());
        systemic = new Expressions(text.systemic());
        customers = new Expressions(text.customers());
        hurt = new Expressions(text.hurt());
        unhurt = new Expressions(text.unhurt());
        for (var depth : AutomationDepth.values()) {
            depths.put(depth, words(text.depths(), depth));
        }
        for (var fault : FaultClass.values()) {
            faults.put(fault, words(text.faults(), fault));
        }
    }

    private static Expressions words(Map<String, List<String>> all, Enum<?> of) {
        var words = all.get(Words.kebab(of));
        if (words == null) {
            throw new IllegalArgumentException("no words for " + Words.kebab(of));
        }
        return new Expressions(words);
    }

    /** Words of a text that blame somebody, with the advice. */
    record Blamed(String words, String advice) {}

    /** The first of each kind. */
    List<Blamed> blame(String text) {
        if (!anyBlame.isIn(text)) {
            return List.of();
        }
        return blame.stream()
                .flatMap(each -> each.says().find(text).stream().map(words -> new Blamed(words, each.advice())))
                .toList();
    }

    boolean tiesCauseToEffect(String text) {
        return causal.isIn(text);
    }

    /** Whether a text says that customers, or what they do, were hurt. */
    boolean saysWhoWasHurt(String text) {
        return customers.isIn(text) && hurt.isIn(text);
    }

    boolean saysNobodyWasHurt(String text) {
        return unhurt.isIn(text);
    }

    /** Whether a text speaks of a kind of fault. */
    boolean speaksOf(FaultClass fault, String text) {
        var words = faults.get(fault);
        return words != null && words.isIn(text);
    }

    /** What an action is good for. */
    enum Reach {
        /** It changes the system. */
        SYSTEMIC,
        /** It tells people to be better. */
        LOCAL,
        /** Its words do not say. */
        UNCLEAR
    }

    Reach reach(String action) {
        if (localBeginnings.begins(action)) {
            return Reach.LOCAL;
        }
        return systemic.isIn(action) ? Reach.SYSTEMIC : local.isIn(action) ? Reach.LOCAL : Reach.UNCLEAR;
    }

    /** The words of an action that say that it automates to {@code depth}. */
    Optional<String> depth(AutomationDepth depth, String action) {
        var words = depths.get(depth);
        return words == null ? Optional.empty() : words.find(action);
    }
}
