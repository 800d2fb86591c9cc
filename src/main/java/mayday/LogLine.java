package mayday;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An event of the log as a line: instant, level, logger, message; below it what was thrown. Logback can say the same by a pattern, for which
 * it makes some seventy converters at every start.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final int LOGGER_CHARACTERS = 20;
    private static final int MILLIS_DIGITS = 3;

    /** Whoever can choose a word of a message must not be able to forge a line. */
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n]+");

    /** The JVM makes it when the first line is written. */
    private static final class Instants {
        static final DateTimeFormatter FORMAT =
                new DateTimeFormatterBuilder().appendInstant(MILLIS_DIGITS).toFormatter(Locale.ROOT);
    }

    private final TargetLengthBasedClassNameAbbreviator loggers =
            new TargetLengthBasedClassNameAbbreviator(LOGGER_CHARACTERS);
    private final ThrowableProxyConverter thrown = new ThrowableProxyConverter();

    @Override
    public void start() {
        thrown.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        var message =
                LINE_BREAKS.matcher(String.valueOf(event.getFormattedMessage())).replaceAll(" ⏎ ");
        return String.format(
                Locale.ROOT,
                "%s %-5s %s %s%n%s",
                Instants.FORMAT.format(Instant.ofEpochMilli(event.getTimeStamp())),
                event.getLevel(),
                loggers.abbreviate(event.getLoggerName()),
                message,
                thrown.convert(event));
    }
}
