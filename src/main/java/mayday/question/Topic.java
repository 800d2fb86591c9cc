package mayday.question;

import mayday.incident.Outcome;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Dimension;

/** What an utterance is about, as the classifier tells topics apart. */
sealed interface Topic {

    /** One dimension. */
    record Of(Dimension dimension) implements Topic {}

    /** Changes of any kind: releases and everything else. */
    record WhatChanged() implements Topic {}

    /** A question that the scenario's author wrote. */
    record Authored(AuthoredQuestion question) implements Topic {}

    /** Nothing that is answered with evidence. */
    record Refused(Outcome outcome) implements Topic {}

    /** A sensible question about something that no incident here has records of. */
    record Unrecorded() implements Topic {}
}
