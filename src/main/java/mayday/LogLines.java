package mayday;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.OptionHelper;
import java.util.List;
import org.slf4j.Logger;

/**
 * How the log is written: one line an event, to stderr, since stdout belongs to the commands' own output.
 *
 * <p>Logback finds it as a service. It is code because reading the same from XML takes a tenth of a second of every start. Who wants
 * another log names a file of logback's with {@code -Dlogback.configurationFile=FILE}; then this steps aside.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogLines extends ContextAwareBase implements Configurator {
    /** The property that chooses the form of the log: {@value #JSON}, or lines of text. */
    static final String FORM = "mayday.log";

    private static final String JSON = "json";

    /** They announce every start and stop; the server says in one line of its own where it listens. */
    private static final List<String> QUIET = List.of("org.eclipse.jetty", "io.javalin", "com.zaxxer.hikari");

    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        if (OptionHelper.getSystemProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Encoder<ILoggingEvent> lines = JSON.equals(OptionHelper.getSystemProperty(FORM)) ? json() : plain(logs);
        lines.setContext(logs);
        lines.start();
        var stderr = new ConsoleAppender<ILoggingEvent>();
        stderr.setContext(logs);
        stderr.setName("stderr");
        stderr.setTarget("System.err");
        stderr.setEncoder(lines);
        stderr.start();
        var root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(stderr);
        QUIET.forEach(name -> logs.getLogger(name).setLevel(Level.WARN));
        // Where its library cannot be loaded, it prints a stack trace for each place where it tried; the journal says
        // what helps.
        logs.getLogger("org.sqlite.SQLiteJDBCLoader").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** What matters of an event, the message with its arguments filled in. */
    private static Encoder<ILoggingEvent> json() {
        var objects = new JsonEncoder();
        objects.setWithFormattedMessage(true);
        objects.setWithMessage(false);
        objects.setWithArguments(false);
        objects.setWithSequenceNumber(false);
        objects.setWithNanoseconds(false);
        objects.setWithContext(false);
        objects.setWithMDC(false);
        return objects;
    }

    private static Encoder<ILoggingEvent> plain(LoggerContext logs) {
        var line = new LogLine();
        line.setContext(logs);
        line.start();
        var lines = new LayoutWrappingEncoder<ILoggingEvent>();
        lines.setLayout(line);
        return lines;
    }
}
