package mayday.web.view;

import java.time.Instant;
import java.util.Locale;

/**
 * What can be asked next about a log excerpt: ordinary questions, recorded and answered as if they had been typed. Nothing of a log is
 * shown that was not asked for in one of them.
 *
 * @param newer asks for the lines since the excerpt; empty if it is no service's log
 * @param whole looks through the whole log with the filter, not through the excerpt; empty as before
 */
public record LogQuestions(String newer, String whole) {
    private static final String ENDING = " logs";

    /**
     * The questions of a card.
     *
     * @param title such as {@code checkout in eu-west logs} or {@code checkout-3 logs}
     */
    public static LogQuestions of(String title, CardBody.Log log, Instant asOf, LogFilter filter) {
        if (!title.endsWith(ENDING) || log.lines().isEmpty()) {
            return new LogQuestions("", "");
        }
        var subject = title.substring(0, title.length() - ENDING.length());
        var host = subject.replaceFirst(" in .*$", "");
        var where = subject.contains(" in ") ? " in " + subject.replaceFirst("^.* in ", "") : "";
        var newer = "logs of " + host + where + " since " + Format.minute(asOf);
        return new LogQuestions(newer, command(host, log, filter) + where);
    }

    private static String command(String host, CardBody.Log log, LogFilter filter) {
        var service = host.replaceFirst("-\\d+$", "");
        var command = new StringBuilder("journalctl -u " + service + " --since "
                + log.lines().getFirst().time());
        switch (filter.level().toUpperCase(Locale.ROOT)) {
            case "ERROR" -> command.append(" -p err");
            case "WARN" -> command.append(" -p warning");
            default -> {
                // All levels.
            }
        }
        if (!filter.text().isEmpty()) {
            var option = filter.mistake().isEmpty() ? "-iE" : "-iF";
            command.append(" | grep ")
                    .append(option)
                    .append(" '")
                    .append(filter.text().replace('\'', '.'))
                    .append('\'');
        }
        return command + (host.equals(service) ? "" : " on " + host);
    }
}
