package mayday.program;

import java.util.List;

/** One incident's worth of questions: the first five that anybody asks, then what an investigation is made of. */
final class Questions {
    static final List<String> ALL = List.of(
            "since when?",
            "which services are failing?",
            "all regions or one?",
            "what changed recently?",
            "what is the error rate?",
            "latency of checkout",
            "show me the error logs of checkout",
            "is the database healthy?",
            "cpu and memory of checkout",
            "are the connection pools full?",
            "how much traffic do we get?",
            "which customers are affected?");

    private Questions() {}

    /** Any number, over and over. */
    static String of(int number) {
        return ALL.get(number % ALL.size());
    }
}
