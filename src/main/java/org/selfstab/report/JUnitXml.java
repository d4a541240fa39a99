package org.selfstab.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.suite.Judgement;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/**
 * The results of all claims in the XML form of JUnit that continuous-integration systems read: a suite for each file, a test case for each
 * claim. A claim that is undecided is skipped, so is a file that asserts nothing; a file that cannot be used is an error; a mutant that
 * passes is a failure of a test case of its own.
 */
public final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document. */
    public static String write(List<FileResult> results) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(xml).writeSuites(results);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string that cannot be written to", impossible);
        }
        return text + "\n";
    }

    /** How many test cases of each kind. */
    private record Counts(long tests, long failures, long errors, long skipped, double seconds) {

        static Counts of(FileResult file) {
            long mutated = file.results().stream()
                    .filter(result -> result.mutation().isPresent())
                    .count();
            long unkillable = file.results().stream()
                    .flatMap(result -> result.mutation().stream())
                    .filter(mutation -> !mutation.survivors().isEmpty())
                    .count();
            long nothing = file.isWithoutClaims() ? 1 : 0;
            long errors = file.error().isPresent() ? 1 : 0;
            return new Counts(
                    file.results().size() + mutated + nothing + errors,
                    file.count(Verdict.Status.FAILS) + unkillable,
                    errors,
                    file.count(Verdict.Status.UNDECIDED) + nothing,
                    file.results().stream().mapToDouble(ClaimResult::seconds).sum());
        }

        Counts plus(Counts other) {
            return new Counts(
                    tests + other.tests,
                    failures + other.failures,
                    errors + other.errors,
                    skipped + other.skipped,
                    seconds + other.seconds);
        }
    }

    private void writeSuites(List<FileResult> results) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        xml.writeStartElement("testsuites");
        attribute("name", "selfstab");
        counts(results.stream().map(Counts::of).reduce(new Counts(0, 0, 0, 0, 0), Counts::plus));
        for (FileResult file : results) {
            writeSuite(file);
        }
        newLine();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void writeSuite(FileResult file) throws XMLStreamException {
        newLine();
        xml.writeStartElement("testsuite");
        attribute("name", file.file().file().toString());
        Counts counts = Counts.of(file);
        counts(counts);
        attribute("skipped", Long.toString(counts.skipped()));
        for (ClaimResult result : file.results()) {
            writeClaim(file, result);
        }
        if (file.isWithoutClaims()) {
            writeCase(file, "[expect]", 0, new Problem("skipped", "no [expect]: nothing is asserted", ""));
        }
        if (file.error().isPresent()) {
            writeCase(
                    file,
                    "reads",
                    0,
                    new Problem("error", file.error().get(), file.error().get()));
        }
        newLine();
        xml.writeEndElement();
    }

    private void writeClaim(FileResult file, ClaimResult result) throws XMLStreamException {
        Judgement judgement = result.judgement();
        String numbers = "computed " + judgement.computed() + ", expected " + judgement.expected();
        String all = judgement.reason().isEmpty() ? numbers : numbers + "; " + judgement.reason();
        String words = result.claim().words();
        switch (judgement.status()) {
            case HOLDS -> writeCase(file, words, result.seconds());
            case FAILS -> writeCase(file, words, result.seconds(), new Problem("failure", numbers, all));
            case UNDECIDED, NOT_APPLICABLE ->
                writeCase(file, words, result.seconds(), new Problem("skipped", "undecided: " + all, ""));
        }
        if (result.mutation().isPresent()) {
            writeMutation(file, words, result.mutation().get());
        }
    }

    private void writeMutation(FileResult file, String words, Mutation mutation) throws XMLStreamException {
        String name = "can fail: " + words;
        if (mutation.survivors().isEmpty()) {
            writeCase(file, name, 0);
        } else {
            String survivors = String.join("\n", mutation.survivors());
            writeCase(file, name, 0, new Problem("failure", mutation.survivors().get(0), survivors));
        }
    }

    /** What is inside a test case that did not pass: the element, its message and its text. */
    private record Problem(String element, String message, String text) {}

    private void writeCase(FileResult file, String name, double seconds, Problem... problems)
            throws XMLStreamException {
        newLine();
        xml.writeStartElement("testcase");
        attribute("classname", file.file().file().toString().replaceFirst("\\.toml$", ""));
        attribute("name", name);
        attribute("time", seconds(seconds));
        for (Problem problem : problems) {
            xml.writeStartElement(problem.element());
            attribute("message", problem.message());
            if (!problem.element().equals("skipped")) {
                attribute("type", problem.element().equals("error") ? "bad input" : "claim");
            }
            xml.writeCharacters(allowed(problem.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void counts(Counts counts) throws XMLStreamException {
        attribute("tests", Long.toString(counts.tests()));
        attribute("failures", Long.toString(counts.failures()));
        attribute("errors", Long.toString(counts.errors()));
        attribute("time", seconds(counts.seconds()));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
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
