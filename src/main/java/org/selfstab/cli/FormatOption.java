package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.selfstab.report.Format;
import org.selfstab.report.Report;
import picocli.CommandLine.Option;

/** What goes to standard output. */
final class FormatOption {

    /** Where the launcher says how wide the terminal is. */
    private static final String WIDTH = "selfstab.width";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "What goes to standard output: text (the default), latex, markdown, html, json or csv.")
    private Format format;

    /** Whether it is text for a terminal, to which a command may add a line. */
    boolean isText() {
        return format == Format.TEXT;
    }

    /** Prints a report. */
    void print(Report report, PrintWriter out) {
        try {
            format.write(report, Integer.getInteger(WIDTH, Format.FILE_WIDTH), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a PrintWriter keeps its errors to itself", impossible);
        }
        out.flush();
    }
}
