package mayday.question;

import java.util.Set;
import mayday.incident.Outcome;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Dimension;
import mayday.scenario.Words;

/** What an utterance is about, as the classifier tells topics apart. */
sealed interface Topic {
    String WHAT_CHANGED = "what-changed";
    String UNRECORDED = "unrecorded";

    /** A topic that the ontology has phrasings for. */
    sealed interface Known extends Topic {

        /** The name under which the ontology has it, and the file of what was learnt. */
        default String name() {
            return switch (this) {
                case Of(var dimension) -> Words.kebab(dimension);
                case WhatChanged() -> WHAT_CHANGED;
                case Refused(var outcome) -> Words.kebab(outcome);
                case Unrecorded() -> UNRECORDED;
            };
        }

        /** The topic of that name. */
        static Known named(String name) {
            return switch (name) {
                case WHAT_CHANGED -> new WhatChanged();
                case UNRECORDED -> new Unrecorded();
                default ->
                    Words.parse(Dimension.class, name)
                            .<Known>map(Of::new)
                            .or(() -> Words.parse(Outcome.class, name).map(Refused::new))
                            .orElseThrow(() -> new IllegalStateException("the ontology has an unknown topic: " + name));
            };
        }
    }

    /** One dimension. */
    record Of(Dimension dimension) implements Known {}

    /** Changes of any kind: releases and everything else. */
    record WhatChanged() implements Known {
        /** What it is answered with. */
        static final Set<Known> PARTS = Set.of(new Of(Dimension.RECENT_DEPLOYS), new Of(Dimension.CONFIG_FLAG_CHANGES));
    }

    /** A question that the scenario's author wrote. */
    record Authored(AuthoredQuestion question) implements Topic {}

    /** Nothing that is answered with evidence. */
    record Refused(Outcome outcome) implements Known {}

    /** A sensible question about something that no incident here has records of. */
    record Unrecorded() implements Known {}
}
