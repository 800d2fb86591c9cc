package mayday.review;

import java.util.Optional;

/** A part of a post-mortem that is written in words. */
public enum Section {
    SUMMARY(
            "summary",
            "Summary",
            "What happened, to whom, for how long and why, in two or three sentences.",
            Form.PROSE),
    IMPACT(
            "impact",
            "Impact",
            "How long, how many, what share of the error budget. And what was not hurt.",
            Form.PROSE),
    TIMELINE("timeline", "Timeline", "What happened when, one moment a line.", Form.POINTS),
    ROOT_CAUSE(
            "rootCause",
            "Root cause",
            "A chain: what triggered it, what that did to the system, and how that reached customers.",
            Form.PROSE),
    CONTRIBUTING_FACTORS(
            "contributingFactors",
            "Contributing factors",
            "What made it possible, worse, or slower to see, one a line.",
            Form.POINTS),
    DETECTION(
            "detection",
            "How it was detected, and why not earlier",
            "What told us, how long after it began? What would have shown it before?",
            Form.PROSE),
    WENT_WELL("wentWell", "What went well", "What to keep, one point a line.", Form.POINTS),
    WENT_BADLY("wentBadly", "What went badly", "What made it longer or worse, one point a line.", Form.POINTS);

    /** How it is written. */
    public enum Form {
        PROSE,
        /** One point a line. */
        POINTS
    }

    private final String key;
    private final String title;
    private final String prompt;
    private final Form form;

    Section(String key, String title, String prompt, Form form) {
        this.key = key;
        this.title = title;
        this.prompt = prompt;
        this.form = form;
    }

    /** Its name in JSON and in forms: a stored name. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /** What belongs there, in a sentence or two. */
    public String prompt() {
        return prompt;
    }

    public Form form() {
        return form;
    }

    public static Optional<Section> of(String key) {
        for (var section : values()) {
            if (section.key.equals(key)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
