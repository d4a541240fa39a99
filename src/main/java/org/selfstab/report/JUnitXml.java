package org.selfstab.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.FreeText;

/** The XML form of JUnit that continuous-integration systems read: a suite for each file, a test case for each claim, with its evidence as a property. */
final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** A suite of test cases, one for each claim of a file. */
    record Suite(String file, List<Case> cases) {

        long count(String element) {
            return cases.stream().filter(test -> test.is(element)).count();
        }
    }

    /**
     * A test case.
     *
     * @param evidence what the claim rests on; blank if on nothing
     * @param problem what there is inside one that did not pass
     */
    record Case(String name, double seconds, String evidence, Optional<Problem> problem) {

        boolean is(String element) {
            return problem.filter(found -> found.element().equals(element)).isPresent();
        }
    }

    /** The element of a test case that did not pass, its message and its text. */
    record Problem(String element, String message, String text) {

        static Problem failure(String message, String text) {
            return new Problem(FAILURE, message, text);
        }

        static Problem error(String message) {
            return new Problem(ERROR, message, message);
        }

        static Problem skipped(String message) {
            return new Problem(SKIPPED, message, "");
        }
    }

    private static final String FAILURE = "failure";
    private static final String ERROR = "error";
    private static final String SKIPPED = "skipped";

    /** The document. */
    static String write(List<Suite> suites) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(xml).writeSuites(suites);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string that cannot be written to", impossible);
        }
        return text + "\n";
    }

    private void writeSuites(List<Suite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        xml.writeStartElement("testsuites");
        attribute("name", "selfstab");
        counts(suites);
        for (Suite suite : suites) {
            writeSuite(suite);
        }
        newLine();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void writeSuite(Suite suite) throws XMLStreamException {
        newLine();
        xml.writeStartElement("testsuite");
        attribute("name", suite.file());
        counts(List.of(suite));
        attribute(SKIPPED, Long.toString(suite.count(SKIPPED)));
        for (Case test : suite.cases()) {
            writeCase(suite, test);
        }
        newLine();
        xml.writeEndElement();
    }

    private void writeCase(Suite suite, Case test) throws XMLStreamException {
        newLine();
        xml.writeStartElement("testcase");
        attribute("classname", suite.file().replaceFirst("\\.(toml|json)$", ""));
        attribute("name", test.name());
        attribute("time", seconds(test.seconds()));
        if (!test.evidence().isEmpty()) {
            xml.writeStartElement("properties");
            xml.writeEmptyElement("property");
            attribute("name", "evidence");
            attribute("value", test.evidence());
            xml.writeEndElement();
        }
        if (test.problem().isPresent()) {
            Problem problem = test.problem().get();
            xml.writeStartElement(problem.element());
            attribute("message", problem.message());
            if (!problem.element().equals(SKIPPED)) {
                attribute("type", problem.element().equals(ERROR) ? "bad input" : "claim");
            }
            xml.writeCharacters(allowed(problem.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void counts(List<Suite> suites) throws XMLStreamException {
        long tests = suites.stream().mapToLong(suite -> suite.cases().size()).sum();
        attribute("tests", Long.toString(tests));
        attribute("failures", Long.toString(count(suites, FAILURE)));
        attribute("errors", Long.toString(count(suites, ERROR)));
        attribute(
                "time",
                seconds(suites.stream()
                        .flatMap(suite -> suite.cases().stream())
                        .mapToDouble(Case::seconds)
                        .sum()));
    }

    private static long count(List<Suite> suites, String element) {
        return suites.stream().mapToLong(suite -> suite.count(element)).sum();
    }

    private static String seconds(double seconds) {
        return String.format(Digits.LOCALE, "%.3f", seconds);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** The visible form of a text, without the characters that XML 1.0 has no way to write. */
    private static String allowed(String text) {
        return FreeText.visibleLines(text)
                .codePoints()
                .map(c -> isAllowed(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
