package mayday.cli;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mayday.compiler.Problem;

/** Writes results as JUnit XML, the way build servers read them: a suite for each scenario, a case for each playthrough. */
final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<Problem> problems, List<TestReport.Result> results) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).write(problems, results);
            xml.close();
        } catch (XMLStreamException cannotHappen) {
            throw new AssertionError("a string takes whatever is written", cannotHappen);
        }
        return text.toString();
    }

    private void write(List<Problem> problems, List<TestReport.Result> results) throws XMLStreamException {
        xml.writeStartDocument("1.0");
        xml.writeStartElement("testsuites");
        var suites = results.stream()
                .collect(Collectors.groupingBy(
                        each -> each.script().scenario().value(), LinkedHashMap::new, Collectors.toList()));
        for (var suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        if (!problems.isEmpty()) {
            problems(problems);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, List<TestReport.Result> results) throws XMLStreamException {
        var failures = results.stream().filter(each -> !each.passed()).count();
        begin(
                name,
                results.size(),
                failures,
                0,
                results.stream().mapToLong(TestReport.Result::millis).sum());
        for (var result : results) {
            testCase(name, result.script().name(), result.script().file(), result.millis());
            if (!result.passed()) {
                var first = result.performance().mismatches().getFirst();
                xml.writeStartElement("failure");
                xml.writeAttribute(
                        "message",
                        clean(TestReport.where(result.script(), first) + ": expected that " + first.expected() + "; "
                                + first.happened()));
                xml.writeAttribute("type", "mismatch");
                xml.writeCharacters(clean(String.join("\n", TestReport.failure(result))));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Files that could not be read: errors of a suite of their own, so that nothing that was not played looks as if it passed. */
    private void problems(List<Problem> problems) throws XMLStreamException {
        begin("files", problems.size(), 0, problems.size(), 0);
        for (var problem : problems) {
            testCase("files", problem.file() + ":" + problem.line(), problem.file(), 0);
            xml.writeStartElement("error");
            xml.writeAttribute("message", clean(problem.message()));
            xml.writeAttribute("type", problem.id());
            xml.writeCharacters(clean(problem.rendered()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void begin(String name, int tests, long failures, int errors, long millis) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Integer.toString(errors));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(millis));
    }

    private void testCase(String suite, String name, String file, long millis) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(suite));
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("file", clean(file));
        xml.writeAttribute("time", seconds(millis));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    /** Without characters that XML cannot have. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c ->
                        c == '\n' || c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF
                                ? c
                                : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
